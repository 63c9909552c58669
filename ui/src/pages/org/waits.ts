import type { GroupEntry } from '../../api/rows'
import { isThere, known } from '../../known'
import { under } from '../../pointer'

/** Tells whether something certainly waits for a body; of what may have been settled by then, or asked only later, nobody is accused. */
export const waitsFor = (entry: GroupEntry, key: string) => isThere(entry, under('/row/waiting', key))

/** The days by which it may be due, undefined among them where it may have none; one where that is known. */
export function dueDays(entry: GroupEntry, key: string): unknown[] {
  const due = known(entry, under('/row/waiting', key, 'dueOn'))
  return due.known ? [due.value] : due.values
}

/** Tells whether it certainly waits, and every day by which it may be due is over. */
export function isLate(entry: GroupEntry, key: string, today: string): boolean {
  const days = dueDays(entry, key)
  return waitsFor(entry, key) && days.length > 0 && days.every(day => typeof day === 'string' && day < today)
}
