import type { Brief, RecommendationStep, ReviewEntry, TeamPriority } from '../../api/rows'
import { agreed } from '../../known'
import { under } from '../../pointer'

/** Where a recommendation stands, in one word; claimed is not verified. */
export const COLUMNS = ['proposed', 'withBoard', 'rejected', 'passedThrough', 'approved', 'underWay', 'reported', 'done', 'gone', 'unknown'] as const
export type Column = (typeof COLUMNS)[number]

const COLUMN_OF: Record<RecommendationStep, Column> = {
  PROPOSED: 'proposed', WITH_BOARD: 'withBoard', REJECTED: 'rejected', PASSED_THROUGH: 'passedThrough', APPROVED: 'approved',
  UNDER_WAY: 'underWay', CLAIMED: 'reported', DONE: 'done', GONE: 'gone',
}

/** The places where a recommendation of a review may stand, as the server says: one where that is known, unknown among them where it may not be listed. */
export function columnsIn(review: ReviewEntry, number: string): Column[] {
  const column = agreed(review, [under('/standing/steps', number)], (step: RecommendationStep | undefined): Column => (step ? COLUMN_OF[step] : 'unknown'))
  if (column.known) return [column.value]
  return column.values.length > 0 ? column.values : [...COLUMNS] // more than can be told
}

/** Where a recommendation of a review stands; unknown where it may stand in several places, or not be listed. */
export function columnIn(review: ReviewEntry, number: string): Column {
  const [first = 'unknown', ...others] = columnsIn(review, number)
  return others.length === 0 ? first : 'unknown'
}

export type Rank = TeamPriority | 'NONE'
export const RANKS: Rank[] = ['PREREQUISITE', 'HIGH', 'MEDIUM', 'LOW', 'NONE']
export const rankOf = ({ priority }: Brief): Rank => priority ?? 'NONE'

/** Numbers as people count them: r2 before r10, 1.2 before 1.10. */
const collator = new Intl.Collator('en', { numeric: true })
export const byNumber = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => collator.compare(a, b)
