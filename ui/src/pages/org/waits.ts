import type { GroupEntry } from '../../api/rows'
import { known } from '../../known'
import { under } from '../../pointer'

/** Tells whether something certainly waits for a body; of what may have been settled by then, or asked only later, nobody is accused. */
export function waitsFor(entry: GroupEntry, key: string): boolean {
  const read = known(entry, under('/row/waiting', key))
  return entry.row.waiting?.[key] !== undefined && (read.known || read.values.every(value => value !== undefined))
}

/** Tells whether the day by which it is due is known, and over. */
export function isLate(entry: GroupEntry, key: string, today: string): boolean {
  const due = known(entry, under(under('/row/waiting', key), 'dueOn'))
  const days = due.known ? [due.value] : due.values
  return waitsFor(entry, key) && days.every(day => typeof day === 'string' && day < today)
}
