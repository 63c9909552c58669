import type { ReviewEntry, ReviewRow } from '../../api/rows'
import { lastOf } from '../../days'

export type Show = 'late' | 'risk' | 'open'

export function kindOf(row: ReviewRow): 'specific' | 'organizational' | 'pilot' {
  return row.kind === 'ORGANIZATIONAL' ? 'organizational' : row.kind === 'HOLISTIC_PILOT' ? 'pilot' : 'specific'
}

const isOpen = ({ standing }: ReviewEntry) => standing.state !== 'CLOSED'

export function matches(entry: ReviewEntry, kind: string | undefined, show: Show | undefined): boolean {
  if (kind && kindOf(entry.row) !== kind) return false
  if (show === 'late') return isOpen(entry) && entry.standing.health === 'LATE'
  if (show === 'risk') return isOpen(entry) && entry.standing.health === 'AT_RISK'
  return show === 'open' ? isOpen(entry) : true
}

const RANK = { LATE: 0, AT_RISK: 1, ON_TRACK: 2, NO_PLAN: 3, DONE: 4 } as const

/** What needs a look first: late, at risk, on track, no plan, closed; then the longer slip; then what moved last. */
export function ordered(entries: ReviewEntry[]): string[] {
  const rank = (entry: ReviewEntry) => (isOpen(entry) ? (RANK[entry.standing.health] ?? 3) : 4)
  return [...entries]
    .sort((a, b) =>
      rank(a) - rank(b)
      || (b.standing.slipDays ?? 0) - (a.standing.slipDays ?? 0)
      || lastOf(b.row.last.on).localeCompare(lastOf(a.row.last.on))
      || a.key.localeCompare(b.key))
    .map(({ key }) => key)
}
