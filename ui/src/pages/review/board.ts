import type { Brief, ReviewEntry, TeamPriority } from '../../api/rows'
import type { Day } from '../../days'
import { agreed } from '../../known'
import { under } from '../../pointer'

/** Where a recommendation stands, in one word, as the server's figures count it; claimed is not verified. */
export const COLUMNS = ['proposed', 'withBoard', 'rejected', 'passedThrough', 'approved', 'underWay', 'reported', 'done', 'gone', 'unknown'] as const
export type Column = (typeof COLUMNS)[number]

const WORK = new Set(['IMPLEMENTATION_DESIGN', 'IN_PROGRESS', 'PARTIALLY_COMPLETE'])

function columnOf({ gone, completion, status, parts }: Brief, submitted: boolean): Column {
  if (gone) return 'gone'
  if (completion === 'VERIFIED') return 'done'
  if (completion === 'DISPUTED') return 'underWay'
  if (completion === 'CLAIMED' || status === 'COMPLETE') return 'reported'
  if (status && WORK.has(status)) return 'underWay'
  const dispositions = Object.values(parts ?? {})
  if (dispositions.length === 0) return submitted ? 'withBoard' : 'proposed'
  if (dispositions.includes('APPROVED')) return 'approved'
  if (dispositions.includes('PENDING')) return 'withBoard'
  return dispositions.includes('PASSED_THROUGH') ? 'passedThrough' : 'rejected'
}

/** The places where a recommendation of a review may stand: one where that is known, unknown among them where it may not be listed. */
export function columnsIn(review: ReviewEntry, number: string): Column[] {
  const column = agreed(review, [under('/row/recommendations', number), '/row/reports/submittedOn'],
    (brief: Brief | undefined, submittedOn: Day | undefined): Column => (brief ? columnOf(brief, submittedOn !== undefined) : 'unknown'))
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
