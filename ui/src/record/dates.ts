import type { PlannedDate, Precision } from '../days'

/** A date as it is typed, part by part. */
export interface DateParts {
  year: string
  month: string
  day: string
  precision: Precision
}

export const partsOf = (iso: string, precision: Precision = 'DAY'): DateParts => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { year, month, day, precision }
}

/** Which parts a precision asks for. */
export const asksFor = (precision: Precision) => ({ month: precision !== 'YEAR', day: precision === 'DAY' || precision === 'BY' })

export function isEmptyDate({ year, month, day, precision }: DateParts): boolean {
  const asked = asksFor(precision)
  return ![year, asked.month ? month : '', asked.day ? day : ''].some(part => part.trim() !== '')
}

/** Returns the date in the form it is kept in, the first day of a month or year; undefined if there is no such day. */
export function dateOf({ year, month, day, precision }: DateParts): PlannedDate | undefined {
  const asked = asksFor(precision)
  const [y, m, d] = [year, asked.month ? month : '1', asked.day ? day : '1'].map(part => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : NaN))
  if (y === undefined || m === undefined || d === undefined || !(y >= 1983 && y <= 2999)) return undefined
  const at = new Date(Date.UTC(y, m - 1, d))
  if (at.getUTCFullYear() !== y || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return undefined
  return { date: at.toISOString().slice(0, 10), precision }
}
