import type { Brief, TeamPriority } from '../../api/rows'

/** Where a recommendation stands, in one word, as the server's figures count it; claimed is not verified. */
export const COLUMNS = ['proposed', 'withBoard', 'rejected', 'passedThrough', 'approved', 'underWay', 'reported', 'done', 'gone'] as const
export type Column = (typeof COLUMNS)[number]

const WORK = new Set(['IMPLEMENTATION_DESIGN', 'IN_PROGRESS', 'PARTIALLY_COMPLETE'])

export function columnOf({ gone, completion, status, parts }: Brief, submitted: boolean): Column {
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

export type Rank = TeamPriority | 'NONE'
export const RANKS: Rank[] = ['PREREQUISITE', 'HIGH', 'MEDIUM', 'LOW', 'NONE']
export const rankOf = ({ priority }: Brief): Rank => priority ?? 'NONE'

/** Numbers as people count them: r2 before r10, 1.2 before 1.10. */
const collator = new Intl.Collator('en', { numeric: true })
export const byNumber = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => collator.compare(a, b)
