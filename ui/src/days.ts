/** Days are strings such as 2026-11-24, in UTC, as the server writes them. */

export const MS_PER_DAY = 86_400_000

export const msOf = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
export const dayOfMs = (ms: number) => new Date(ms).toISOString().slice(0, 10)
export const plusDays = (day: string, days: number) => dayOfMs(msOf(day) + days * MS_PER_DAY)
export const daysBetween = (from: string, to: string) => Math.round((msOf(to) - msOf(from)) / MS_PER_DAY)
export const today = () => new Date().toISOString().slice(0, 10)

export type Precision = 'DAY' | 'MONTH' | 'YEAR' | 'BY'

/** A day as exactly as its source gives it. */
export interface Day {
  on: string
  precision: Precision
}

/** A planned day, month or year. */
export interface PlannedDate {
  date: string
  precision: Precision
}

/** The last day that a date of this precision can mean: where it stands on an axis, and when a plan is past. */
export function lastDay(date: string, precision: Precision): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  if (precision === 'MONTH') return dayOfMs(Date.UTC(year, month, 0))
  if (precision === 'YEAR') return `${year}-12-31`
  return date
}

export const lastOf = (day: Day) => lastDay(day.on, day.precision)
export const lastPlanned = (planned: PlannedDate) => lastDay(planned.date, planned.precision)
