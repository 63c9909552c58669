import type { EndorsementState, ReviewEntry, ReviewStanding } from '../api/rows'

/** An answer to a scope as a page shows it: one that is still awaited when the time to answer is over was not given. */
export type Shown = EndorsementState | 'UNANSWERED'

const isOver = ({ clocks = [] }: ReviewStanding) => clocks.some(({ clock, stoppedOn }) => clock === 'ENDORSEMENT' && stoppedOn !== undefined)

export const shownAs = (state: EndorsementState, standing: ReviewStanding | undefined): Shown =>
  state === 'AWAITED' && standing !== undefined && isOver(standing) ? 'UNANSWERED' : state

/** The bodies that gave no answer in the time they had. */
export const unanswered = ({ row, standing }: ReviewEntry): string[] =>
  Object.entries(row.scope?.endorsements ?? {}).filter(([, { state }]) => shownAs(state, standing) === 'UNANSWERED').map(([group]) => group)
