import type { Clock, EndorsementState, ReviewEntry } from '../api/rows'
import { isKnown, itemsOf } from '../known'
import { under } from '../pointer'

/** An answer to a scope as a page shows it: one that is still awaited when the time to answer is over was not given. */
export type Shown = EndorsementState | 'UNANSWERED' | 'UNKNOWN'

export const clockName = ({ clock, subject = '' }: Clock) => `${clock} ${subject}`
export const clocksOf = (entry: ReviewEntry) => itemsOf(entry, '/standing/clocks', entry.standing.clocks, clockName)

/** What is shown of an answer in a review; `certain` tells whether the answer itself is known. */
export function shownAs(state: EndorsementState, review: ReviewEntry | undefined, certain = true): Shown {
  if (!certain) return 'UNKNOWN'
  if (state !== 'AWAITED' || !review) return state
  const times = clocksOf(review).filter(({ item: { clock } }) => clock === 'ENDORSEMENT')
  if (times.some(time => time.known && time.item.stoppedOn !== undefined)) return 'UNANSWERED'
  return times.every(time => time.known) ? 'AWAITED' : 'UNKNOWN'
}

const BODIES = '/row/scope/endorsements'
export const endorsementAt = (group: string) => under(BODIES, group)

/** The bodies that gave no answer in the time they had. */
export const unanswered = (entry: ReviewEntry): string[] =>
  Object.entries(entry.row.scope?.endorsements ?? {})
    .filter(([group, { state }]) => shownAs(state, entry, isKnown(entry, `${endorsementAt(group)}/state`)) === 'UNANSWERED')
    .map(([group]) => group)
