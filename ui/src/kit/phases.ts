import type { ReviewEntry, ReviewStage } from '../api/rows'
import { lastOf, type Day } from '../days'
import { entriesOf, isKnown, known } from '../known'
import { under } from '../pointer'

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

/** Where a review is in its life: the furthest step that it is known to have come to, and its stage where that is known. */
export function lifeOf(entry: ReviewEntry): { here: number; stage?: ReviewStage; closed: boolean } {
  const stage = known(entry, '/standing/stage')
  const closed = entry.standing.state === 'CLOSED' && isKnown(entry, '/standing/state')
  if (stage.known) return { here: phaseNumber(entry.standing.stage), stage: entry.standing.stage, closed }
  return { here: Math.min(...stage.values.map(value => phaseNumber(value as ReviewStage))), closed }
}

/** `pointer` is the value's place in the entry, for the question what set it. */
export interface Entered {
  pointer: string
  day: Day
  known: boolean
}

const ACTED = '/row/reports/boardFirstActedOn'

/**
 * When each step was entered first, by what is on record; a step that is passed and absent here is not on record. The Board
 * enters its step by acting on the report or on any recommendation of it.
 */
export function entered(entry: ReviewEntry): Partial<Record<Phase, Entered>> {
  const first: Partial<Record<Phase, Entered>> = {}
  const enter = (phase: Phase | undefined, pointer: string, day: Day | undefined) => {
    const before = phase && first[phase]
    if (phase && day && (!before || lastOf(day) < lastOf(before.day))) first[phase] = { pointer, day, known: isKnown(entry, pointer) }
  }
  for (const [stage, day] of entriesOf(entry, '/row/stages', entry.row.stages as Record<string, Day> | undefined)) {
    if (stage !== 'CLOSED') enter(PHASE_OF[stage as ReviewStage], under('/row/stages', stage), day)
  }
  const acted = known(entry, ACTED)
  if (!first.board) enter('board', ACTED, (acted.known ? acted.value : acted.values.find(Boolean)) as Day | undefined)
  return first
}
