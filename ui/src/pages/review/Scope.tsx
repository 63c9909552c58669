import type { Endorsement, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { Versions } from '../../kit/Versions'
import { Why, setByOf } from '../../kit/Why'
import { shownAs } from '../../kit/endorsements'
import { groupName, topOf } from '../../kit/groups'
import { EndorsementMark } from '../../kit/marks'

export function Scope({ entry }: { entry: ReviewEntry }) {
  const { row, setBy, standing } = entry
  const { t, day, planned, number } = useT()
  const { scope } = row
  const texts = Object.entries(scope?.texts ?? {}).sort(([a], [b]) => Number(a) - Number(b))
  const endorsements = Object.entries(scope?.endorsements ?? {}).sort(byBody)
  const answered = endorsements.filter(([, { state }]) => state !== 'AWAITED')
  const awaited = endorsements.filter(([, { state }]) => state === 'AWAITED')
  const nothing = !scope?.version && texts.length === 0 && endorsements.length === 0 && !scope?.termsOfReferenceOn
  return (
    <section className="panel" id="scope">
      <div className="panel-h">
        <h2>{t('scope.title')} {scope?.version ? <small>{t('scope.version', { n: number(scope.version) })}</small> : null}</h2>
      </div>
      {nothing && <p className="empty">{t('scope.none')}</p>}
      <dl className="pairs">
        {scope?.termsOfReferenceOn && <Pair label={t('scope.terms')} position={setByOf(setBy, '/scope/termsOfReferenceOn')}>{day(scope.termsOfReferenceOn)}</Pair>}
        {scope?.workPlanOn && <Pair label={t('scope.workPlan')} position={setByOf(setBy, '/scope/workPlanOn')}>{day(scope.workPlanOn)}</Pair>}
        {scope?.sharedOn && <Pair label={t('scope.shared')} position={setByOf(setBy, '/scope/sharedOn')}>{day(scope.sharedOn)}</Pair>}
        {scope?.endorseBy && <Pair label={t('scope.endorseBy')} position={setByOf(setBy, '/scope/endorseBy')}>{planned(scope.endorseBy)}</Pair>}
      </dl>
      {texts.some(([, { text }]) => text) && (
        <Versions versions={texts.map(([version, { on, text }]) => ({ id: version, label: t('scope.version', { n: Number(version) }), on, text }))} />
      )}
      {answered.length > 0 && (
        <ul className="plain">
          {answered.map(([group, endorsement]) => (
            <li key={group}>
              <b>{groupName(group)}</b>
              <span className="grow"><Words endorsement={endorsement} current={scope?.version ?? 0} /></span>
              <Flash of={`${endorsement.state} ${endorsement.scopeVersion}`}>
                <Why label={groupName(group)} position={setByOf(setBy, `/scope/endorsements/${group}/state`)}><EndorsementMark state={endorsement.state} text /></Why>
              </Flash>
            </li>
          ))}
        </ul>
      )}
      {awaited.length > 0 && (
        <p className="tags">
          <EndorsementMark state={shownAs('AWAITED', standing)} text />
          {awaited.map(([group]) => (
            <Why key={group} label={groupName(group)} position={setByOf(setBy, `/scope/endorsements/${group}/state`)}><span className="tag">{groupName(group)}</span></Why>
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

export function Pair({ label, position, children }: { label: string; position?: number; children: React.ReactNode }) {
  return <div><dt>{label}</dt><dd><Why label={label} position={position}>{children}</Why></dd></div>
}
