import { describe, expect, it } from 'vitest'
import type { Possible } from '../src/api/rows'
import { agreed, entriesOf, isKnown, itemsOf, known, rangeOf } from '../src/known'

const day = (on: string) => ({ on, precision: 'DAY' as const })
const pause = { from: day('2017-10-28'), reason: 'Board' }
const entry = (row: object, ...possible: Possible[]) => ({ key: 'ssr2', row, standing: { state: 'UNDER_WAY', clocks: [] }, possible })
const may = (pointer: string, values: unknown[], ...facts: number[]): Possible => ({ pointer, values, facts })

describe('A value', () => {
  const row = { stage: 'IMPLEMENTING', name: 'Second', pauses: {} }
  const past = entry(row, may('/row/closedOn', [null, day('2026-05-27')], 51), may('/row/stage', ['IMPLEMENTING', 'CLOSED'], 51, 40))

  it('of the present is known', () => {
    expect(known({ key: 'ssr2', row, standing: undefined }, '/row/stage')).toEqual({ known: true, value: 'IMPLEMENTING' })
  })
  it('of which nothing else is told is known', () => {
    expect(isKnown(past, '/row/name', '/row/stages')).toBe(true)
  })
  it('that may be another is not known, and names the certain one first', () => {
    expect(known(past, '/row/stage')).toEqual({ known: false, values: ['IMPLEMENTING', 'CLOSED'], facts: [40, 51] })
  })
  it('that may be absent says so', () => {
    expect(known(past, '/row/closedOn')).toEqual({ known: false, values: [undefined, day('2026-05-27')], facts: [51] })
  })
  it('inside of what may be absent is not known', () => {
    const paused = entry(row, may('/row/pauses/2017-10-28', [null, pause], 30))
    expect(known(paused, '/row/pauses/2017-10-28/reason')).toEqual({ known: false, values: [undefined, 'Board'], facts: [30] })
  })
  it('inside of what may be another is known where it is the same in each', () => {
    const moved = entry({ reports: { draftOn: day('2020-01-24') } }, may('/row/reports', [{ draftOn: day('2020-01-24') }, { draftOn: day('2020-01-24'), adoptedOn: day('2021-01-25') }], 3))
    expect(isKnown(moved, '/row/reports/draftOn')).toBe(true)
    expect(isKnown(moved, '/row/reports/adoptedOn')).toBe(false)
  })
  it('around of what may be another is not known, and has each of them in it', () => {
    const reports = entry({ reports: { draftOn: day('2020-01-24') } }, may('/row/reports/adoptedOn', [null, day('2021-01-25')], 3), may('/row/reports/draftOn', [day('2020-01-24'), null], 4))
    const read = known(reports, '/row/reports')
    expect(read).toMatchObject({ known: false, facts: [3, 4] })
    expect(read.known ? [] : read.values).toEqual([{ draftOn: day('2020-01-24') }, {}, { draftOn: day('2020-01-24'), adoptedOn: day('2021-01-25') }, { adoptedOn: day('2021-01-25') }])
  })
  it('around of too much to tell is not known, and names none', () => {
    const many = entry({ members: {} }, ...Array.from({ length: 7 }, (_, n) => may(`/row/members/m${n}`, [null, {}], n)))
    expect(known(many, '/row/members')).toMatchObject({ known: false, values: [] })
  })
  it('is not taken for another whose name begins with its own', () => {
    expect(isKnown(entry({ stage: 'CLOSED' }, may('/row/stage', ['CLOSED', 'IMPLEMENTING'], 1)), '/row/stages')).toBe(true)
  })
  it('under a name with a slash is found', () => {
    const depends = entry({ dependencies: {} }, may('/row/dependencies/ssr2~11.2', [null, 'ssr2/1.2'], 9))
    expect(known(depends, '/row/dependencies/ssr2~11.2')).toMatchObject({ values: [undefined, 'ssr2/1.2'] })
  })
})

describe('What is made of several values', () => {
  const mark = (state: string, health: string) => (state === 'CLOSED' ? 'CLOSED' : health)
  it('is known where it comes out the same', () => {
    const past = { ...entry({}, may('/standing/state', ['NOT_STARTED', 'UNDER_WAY'], 7)), standing: { state: 'NOT_STARTED', health: 'NO_PLAN' } }
    expect(agreed(past, ['/standing/state', '/standing/health'], mark)).toEqual({ known: true, value: 'NO_PLAN' })
  })
  it('is not known where it does not', () => {
    const past = { ...entry({}, may('/standing/state', ['UNDER_WAY', 'CLOSED'], 7), may('/standing/health', ['LATE', 'DONE'], 7)), standing: { state: 'UNDER_WAY', health: 'LATE' } }
    expect(agreed(past, ['/standing/state', '/standing/health'], mark)).toEqual({ known: false, values: ['LATE', 'DONE', 'CLOSED'], facts: [7] })
  })
})

describe('A map', () => {
  it('of the present has its own entries', () => {
    expect(entriesOf({ key: 'ssr2', row: {}, standing: undefined }, '/row/pauses', { a: 1 })).toEqual([['a', 1]])
  })
  it('has those too that it may have', () => {
    expect(entriesOf(entry({ pauses: { a: pause } }, may('/row/pauses/b', [null, pause], 30)), '/row/pauses', { a: pause })).toEqual([['a', pause], ['b', pause]])
  })
  it('has those too of a whole that it may be', () => {
    expect(entriesOf(entry({}, may('/row/pauses', [null, { a: pause }], 30)), '/row/pauses', undefined)).toEqual([['a', pause]])
  })
  it('has an entry once of which a part is not known', () => {
    const open = { a: pause }
    expect(entriesOf(entry({ pauses: open }, may('/row/pauses/a/until', [null, day('2018-06-01')], 31)), '/row/pauses', open)).toEqual([['a', pause]])
  })
})

describe('A list', () => {
  const [draft, board] = [{ clock: 'DRAFT', dueOn: '2019-01-01' }, { clock: 'BOARD', dueOn: '2021-07-25' }]
  const clocks = [draft, { ...board, late: true }]
  const name = ({ clock }: { clock: string }) => clock
  it('of the present is known item by item', () => {
    expect(itemsOf(entry({}), '/standing/clocks', clocks, name).every(one => one.known)).toBe(true)
  })
  it('knows the items that are the same in each that it may be', () => {
    const past = entry({}, may('/standing/clocks', [clocks, [draft, board], [draft]], 51))
    expect(itemsOf(past, '/standing/clocks', clocks, name)).toEqual([{ item: draft, known: true }, { item: { ...board, late: true }, known: false }])
  })
  it('has the items that it may have', () => {
    expect(itemsOf(entry({}, may('/standing/clocks', [null, [board]], 51)), '/standing/clocks', undefined, name)).toEqual([{ item: board, known: false }])
  })
})

describe('A figure', () => {
  it('is from the least to the most that it may be', () => {
    const past = { ...entry({}, may('/standing/totals/approved', [23, null, 24], 8)), standing: { totals: { approved: 23, listed: 35 } } }
    expect(rangeOf(past, '/standing/totals/approved')).toEqual([0, 24])
    expect(rangeOf(past, '/standing/totals/listed')).toEqual([35, 35])
    expect(rangeOf(past, '/standing/totals/rejected')).toEqual([0, 0])
  })
})
