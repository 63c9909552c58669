import type { ReviewRow, ReviewStage } from '../api/rows'
import { lastOf, type Day } from '../days'

/** The seventeen stages of a review in eight steps that fit a line; the exact stage stands beside it in words. */
export const PHASES = ['planned', 'team', 'scope', 'work', 'draft', 'final', 'board', 'implementation'] as const
export type Phase = (typeof PHASES)[number]

const PHASE_OF: Record<ReviewStage, Phase> = {
  UNSCHEDULED: 'planned',
  SCHEDULED: 'planned',
  CALL_OPEN: 'team',
  NOMINATING: 'team',
  TEAM_SEATED: 'team',
  CONVENED: 'team',
  SCOPING: 'scope',
  SCOPE_AGREED: 'scope',
  SCOPE_SHARED: 'scope',
  IN_PROGRESS: 'work',
  DRAFT_PUBLISHED: 'draft',
  FINALISING: 'draft',
  FINAL_SUBMITTED: 'final',
  FINAL_COMMENT: 'final',
  BOARD_ACTED: 'board',
  IMPLEMENTING: 'implementation',
  CLOSED: 'implementation',
}

export const phaseOf = (stage: ReviewStage): Phase => PHASE_OF[stage]
export const phaseNumber = (stage: ReviewStage) => PHASES.indexOf(PHASE_OF[stage])

/** `pointer` is the value's place in the entry, for the question what set it. */
export interface Entered {
  pointer: string
  day: Day
}

/**
 * When each step was entered first, by what is on record; a step that is passed and absent here is not on record. The Board
 * enters its step by acting on the report or on any recommendation of it.
 */
export function entered(row: ReviewRow): Partial<Record<Phase, Entered>> {
  const first: Partial<Record<Phase, Entered>> = {}
  for (const [stage, day] of Object.entries(row.stages ?? {}) as [ReviewStage, Day][]) {
    const phase = PHASE_OF[stage]
    const known = first[phase]
    if (stage !== 'CLOSED' && phase && (!known || lastOf(day) < lastOf(known.day))) first[phase] = { pointer: `/row/stages/${stage}`, day }
  }
  const acted = row.reports?.boardFirstActedOn
  if (acted && !first.board) first.board = { pointer: '/row/reports/boardFirstActedOn', day: acted }
  return first
}
