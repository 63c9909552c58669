import { FileQuestion } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { PHASES, entered, lifeOf } from '../../kit/phases'
import { useRules } from '../../kit/rules'
import { isKnown } from '../../known'

/** What the record does not show: steps without a fact, and facts that were taken in although a rule was not kept. */
export function Gaps({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, list, number } = useT()
  const rule = useRules()
  const { here } = lifeOf(entry)
  const found = entered(entry)
  const missing = PHASES.filter((phase, index) => index < here && !found[phase])
  const endorsed = Object.values(row.scope?.endorsements ?? {}).some(({ state }) => state !== 'AWAITED')
  const waived = Object.entries(row.waived ?? {})
  const unendorsed = here > 2 && !endorsed && isKnown(entry, '/row/scope/endorsements')
  if (missing.length === 0 && !unendorsed && waived.length === 0) return null
  return (
    <details className="gaps">
      <summary>
        <FileQuestion size={16} aria-hidden />
        <span>
          {missing.length > 0 && t('gaps.missing', { phases: list(missing.map(phase => t(`phase.${phase}`))) })}{' '}
          {unendorsed && t('gaps.unendorsed')}{' '}
          {waived.length > 0 && t('gaps.waived', { n: waived.length })}
        </span>
      </summary>
      {waived.length > 0 && (
        <ul className="plain">
          {waived.map(([name, position]) => (
            <li key={name}>
              <span className="grow">{rule(name)}</span>
              <Link to="/history" search={{ event: String(position) }} className="nowrap">{t('event.number', { n: number(position) })}</Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
