import { describe, expect, it } from 'vitest'
import { lastDay } from '../src/days'
import { dayOf, readSearch } from '../src/moment'
import { router } from '../src/router'

const read = (address: string) => readSearch(router.options.parseSearch(address) as Record<string, unknown>)

describe('The moment in an address', () => {
  it('is a day, an instant or a position', () => {
    expect(read('?asOf=2018-01-15')).toMatchObject({ asOf: '2018-01-15', knownAt: undefined })
    expect(read('?knownAt=812')).toMatchObject({ asOf: undefined, knownAt: '812' })
    expect(read('?knownAt=2026-11-24T11:03:02Z')).toMatchObject({ knownAt: '2026-11-24T11:03:02Z' })
    expect(read('?asOf=2018-01-15&knownAt=2018-01-15')).toMatchObject({ asOf: '2018-01-15', knownAt: '2018-01-15' })
  })
  it('is left out where it can mean nothing', () => {
    expect(read('?asOf=yesterday&knownAt=-3&lang=tlh')).toEqual({ asOf: undefined, knownAt: undefined, lang: undefined, theme: undefined })
  })
  it('survives being written and read again', () => {
    const written = router.options.stringifySearch({ asOf: '2018-01-15', knownAt: '812' })
    expect(written).toBe('?asOf=2018-01-15&knownAt=812')
    expect(read(written)).toMatchObject({ asOf: '2018-01-15', knownAt: '812' })
  })
  it('names the day shown', () => {
    expect(dayOf({ asOf: '2018-01-15', knownAt: '812', past: true }, '2026-11-24')).toBe('2018-01-15')
    expect(dayOf({ knownAt: '2020-02-03T10:00:00Z', past: true }, '2026-11-24')).toBe('2020-02-03')
    expect(dayOf({ knownAt: '812', past: true }, '2026-11-24')).toBe('2026-11-24')
  })
})

describe('The last day a date can mean', () => {
  it.each([
    ['2017-10-01', 'MONTH', '2017-10-31'],
    ['2020-02-01', 'MONTH', '2020-02-29'],
    ['2019-01-01', 'YEAR', '2019-12-31'],
    ['2020-03-03', 'BY', '2020-03-03'],
    ['2020-03-03', 'DAY', '2020-03-03'],
  ] as const)('%s %s is %s', (date, precision, last) => expect(lastDay(date, precision)).toBe(last))
})
