import type { Health, ReviewEntry, ReviewRow, ReviewState } from '../../api/rows'
import { lastOf } from '../../days'
import { agreed, isKnown } from '../../known'

export type Show = 'late' | 'risk' | 'open'

export function kindOf(row: ReviewRow): 'specific' | 'organizational' | 'pilot' {
  return row.kind === 'ORGANIZATIONAL' ? 'organizational' : row.kind === 'HOLISTIC_PILOT' ? 'pilot' : 'specific'
}

/** By what is certain: for the order. What a page asserts of a review must be known. */
const isOpen = ({ standing }: ReviewEntry) => standing.state !== 'CLOSED'

export function isKnownOpen(entry: ReviewEntry): boolean {
  const open = agreed(entry, ['/standing/state'], (state: ReviewState) => state !== 'CLOSED')
  return open.known && open.value
}

/** Whether an open review is known to be on time, late, and so on. */
export const isKnownTo = (entry: ReviewEntry, health: Health) =>
  entry.standing.health === health && isKnownOpen(entry) && isKnown(entry, '/standing/health')

export function matches(entry: ReviewEntry, kind: string | undefined, show: Show | undefined): boolean {
  if (kind && kindOf(entry.row) !== kind) return false
  if (show === 'late') return isKnownTo(entry, 'LATE')
  if (show === 'risk') return isKnownTo(entry, 'AT_RISK')
  return show === 'open' ? isKnownOpen(entry) : true
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
