import type { Endorsement, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Versions } from '../../kit/Versions'
import { Pair, Value } from '../../kit/Value'
import { endorsementAt, shownAs } from '../../kit/endorsements'
import { groupName, topOf } from '../../kit/groups'
import { EndorsementMark } from '../../kit/marks'
import { entriesOf, isKnown } from '../../known'

export function Scope({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, day, planned, number } = useT()
  const { scope } = row
  const texts = Object.entries(scope?.texts ?? {}).sort(([a], [b]) => Number(a) - Number(b))
  const endorsements = entriesOf(entry, '/row/scope/endorsements', scope?.endorsements).sort(byBody)
  const certain = (group: string) => isKnown(entry, `${endorsementAt(group)}/state`)
  const answered = endorsements.filter(([group, { state }]) => state !== 'AWAITED' || !certain(group))
  const awaited = endorsements.filter(([group, { state }]) => state === 'AWAITED' && certain(group))
  const nothing = !scope?.version && texts.length === 0 && endorsements.length === 0 && !scope?.termsOfReferenceOn && isKnown(entry, '/row/scope')
  return (
    <section className="panel" id="scope">
      <div className="panel-h">
        <h2>{t('scope.title')} {scope?.version ? <small>{t('scope.version', { n: number(scope.version) })}</small> : null}</h2>
      </div>
      {nothing && <p className="empty">{t('scope.none')}</p>}
      <dl className="pairs">
        <Pair view="reviews" entry={entry} pointer="/row/scope/termsOfReferenceOn" label={t('scope.terms')} value={scope?.termsOfReferenceOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/scope/workPlanOn" label={t('scope.workPlan')} value={scope?.workPlanOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/scope/sharedOn" label={t('scope.shared')} value={scope?.sharedOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/scope/endorseBy" label={t('scope.endorseBy')} value={scope?.endorseBy} show={planned} />
      </dl>
      {texts.some(([, { text }]) => text) && (
        <Versions versions={texts.map(([version, { on, text }]) => ({ id: version, label: t('scope.version', { n: Number(version) }), on, text }))} />
      )}
      {answered.length > 0 && (
        <ul className="plain">
          {answered.map(([group, endorsement]) => (
            <li key={group}>
              <b>{groupName(group)}</b>
              <span className="grow">{isKnown(entry, endorsementAt(group)) ? <Words endorsement={endorsement} current={scope?.version ?? 0} /> : certain(group) && <NotOnRecord />}</span>
              <Flash of={`${endorsement.state} ${endorsement.scopeVersion}`}>
                <Value view="reviews" entry={entry} pointer={`${endorsementAt(group)}/state`} label={groupName(group)}><EndorsementMark state={endorsement.state} text /></Value>
              </Flash>
            </li>
          ))}
        </ul>
      )}
      {awaited.length > 0 && (
        <p className="tags">
          <EndorsementMark state={shownAs('AWAITED', entry)} text />
          {awaited.map(([group]) => (
            <Value key={group} view="reviews" entry={entry} pointer={`${endorsementAt(group)}/state`} label={groupName(group)}><span className="tag">{groupName(group)}</span></Value>
          ))}
        </p>
      )}
    </section>
  )
}

function Words({ endorsement, current }: { endorsement: Endorsement; current: number }) {
  const { t, day } = useT()
  return (
    <>
      {endorsement.words && <span className="sub clamp" lang="en">{endorsement.words}</span>}
      <span className="sub">
        {endorsement.on && day(endorsement.on)}
        {endorsement.state !== 'AWAITED' && endorsement.scopeVersion !== current && <> · {t('scope.ofVersion', { n: endorsement.scopeVersion })}</>}
      </span>
    </>
  )
}

const byBody = ([a]: [string, unknown], [b]: [string, unknown]) =>
  topOf(a).localeCompare(topOf(b)) || (a === topOf(a) ? -1 : b === topOf(b) ? 1 : a.localeCompare(b))
