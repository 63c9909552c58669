import { Link } from '@tanstack/react-router'
import type { Dated, RecommendationEntry } from '../../api/rows'
import type { Day } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Value } from '../../kit/Value'
import { isKnown } from '../../known'
import { Reported } from './Reported'

const FACTS = ['reports', 'designCompleted', 'startedOn', 'claimed', 'verified', 'disputed', 'effect', 'retirementProposed', 'retiredOn', 'keptOn', 'withdrawnOn']

/** What is reported, what is claimed, what is verified and what is disputed: four things that are never one status. */
export function Implementation({ entry }: { entry: RecommendationEntry }) {
  const { row } = entry
  const { t, word, day } = useT()
  const dependencies = Object.keys(row.dependencies ?? {})
  const clarifications = Object.entries(row.clarifications ?? {})
  const certain = isKnown(entry, ...FACTS.map(name => `/row/${name}`))
  const facts = [row.designCompleted, row.startedOn, row.claimed, row.verified, row.disputed, row.effect, row.retirementProposed, row.retiredOn, row.keptOn, row.withdrawnOn, row.mergedInto, row.supplementedBy]
  const nothing = row.reports === 0 && dependencies.length === 0 && clarifications.length === 0 && certain && facts.every(fact => fact === undefined)
  return (
    <section className="panel" id="implementation">
      <div className="panel-h"><h2>{t('rec.implementation')}</h2></div>
      {nothing && <p className="empty">{t('rec.implementation.none')}</p>}
      {row.status?.status === 'COMPLETE' && !row.verified && isKnown(entry, '/row/status/status', '/row/verified') && <p className="sub">{t('rec.notVerified')}</p>}
      {(row.reports > 0 || !isKnown(entry, '/row/reports')) && <Reported entry={entry} />}
      <dl className="facts-list">
        <Said label={t('rec.design')} said={row.designCompleted} entry={entry} pointer="/row/designCompleted" />
        <Said label={t('rec.started')} said={dated(row.startedOn)} entry={entry} pointer="/row/startedOn" />
        <Said label={t('rec.claimed')} said={row.claimed} entry={entry} pointer="/row/claimed" />
        <Said label={t('rec.verified')} said={row.verified} entry={entry} pointer="/row/verified" />
        <Said label={t('rec.disputed')} said={row.disputed} entry={entry} pointer="/row/disputed" />
        <Said label={row.effect && isKnown(entry, '/row/effect') ? `${t('rec.effect')}: ${word('effect', row.effect.effect)}, ${t('rec.assessedBy', { review: row.effect.assessedBy.toUpperCase() })}` : t('rec.effect')} said={row.effect} entry={entry} pointer="/row/effect" />
        <Said label={t('rec.retirement')} said={row.retirementProposed} entry={entry} pointer="/row/retirementProposed" />
        <Said label={t('rec.retired')} said={dated(row.retiredOn)} entry={entry} pointer="/row/retiredOn" />
        <Said label={t('rec.kept')} said={dated(row.keptOn)} entry={entry} pointer="/row/keptOn" />
        <Said label={t('rec.withdrawn')} said={dated(row.withdrawnOn)} entry={entry} pointer="/row/withdrawnOn" />
      </dl>
      {row.mergedInto && isKnown(entry, '/row/mergedInto') && <p>{t('rec.merged')} <Cited id={row.mergedInto} /></p>}
      {row.supplementedBy && isKnown(entry, '/row/supplementedBy') && <p>{t('rec.supplemented')} <Cited id={row.supplementedBy} /></p>}
      {dependencies.length > 0 && <p>{t('rec.dependsOn')} {dependencies.map((id, index) => <span key={id}>{index > 0 && ', '}<Cited id={id} /></span>)}</p>}
      {clarifications.length > 0 && (
        <>
          <h3>{t('rec.clarifications')}</h3>
          <ul className="plain">
            {clarifications.map(([position, { on, question, answer }]) => (
              <li key={position}><time className="when" dateTime={on.on}>{day(on)}</time><span className="grow"><span lang="en">{question}</span>{isKnown(entry, `/row/clarifications/${position}/answer`) ? <span className="sub block" lang="en">{answer?.words ?? t('rec.unanswered')}</span> : <NotOnRecord />}</span></li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const dated = (on: Day | undefined): Dated | undefined => on && { on }

function Said({ label, said, entry, pointer }: { label: string; said: Dated | undefined; entry: RecommendationEntry; pointer: string }) {
  const { day } = useT()
  const certain = isKnown(entry, pointer)
  if (!said && certain) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd><Value view="recommendations" entry={entry} pointer={pointer} label={label}>{said && day(said.on)}</Value>{certain && said?.words && <span className="sub block" lang="en">{said.words.startsWith('http') ? <a href={said.words} rel="noreferrer">{said.words}</a> : said.words}</span>}</dd>
    </div>
  )
}

function Cited({ id }: { id: string }) {
  const [review = '', number = ''] = id.split('/')
  return number
    ? <Link className="link" to="/reviews/$review/recommendations/$number" params={{ review, number }}>{review.toUpperCase()} {number}</Link>
    : <span lang="en">{id}</span>
}
