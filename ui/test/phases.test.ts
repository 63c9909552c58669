import { expect, test } from 'vitest'
import type { Possible, ReviewEntry, ReviewRow } from '../src/api/rows'
import { entered, lifeOf } from '../src/kit/phases'

const day = (on: string) => ({ on, precision: 'DAY' as const })
const entry = (more: Partial<ReviewRow>, ...possible: Possible[]): ReviewEntry => ({
  key: 'ssr2',
  row: {
    review: 'ssr2', printedAs: 'SSR2', name: 'Stability', stage: 'FINAL_SUBMITTED', decisions: 0, version: 0,
    last: { position: 1, type: 'ReviewScheduled', stream: 'review/ssr2', on: day('2016-06-30') },
    ...more,
  },
  standing: { stage: 'IMPLEMENTING', state: 'UNDER_WAY', health: 'LATE' },
  possible,
})

test('a step is entered by the first of its stages', () => {
  const steps = entered(entry({ stages: { CONVENED: day('2017-03-02'), CALL_OPEN: day('2016-06-30') } }))
  expect(steps.team).toEqual({ pointer: '/row/stages/CALL_OPEN', day: day('2016-06-30'), known: true })
  expect(steps.work).toBeUndefined()
})

test('the Board enters its step by acting on one recommendation', () => {
  const steps = entered(entry({ stages: {}, reports: { boardFirstActedOn: day('2021-07-22') } }))
  expect(steps.board).toEqual({ pointer: '/row/reports/boardFirstActedOn', day: day('2021-07-22'), known: true })
})

test('a step is entered on a day that is not on record, where the fact is one of those', () => {
  const steps = entered(entry({ stages: {} }, { pointer: '/row/stages/IMPLEMENTING', values: [null, day('2026-05-27')], facts: [51] }))
  expect(steps.implementation).toEqual({ pointer: '/row/stages/IMPLEMENTING', day: day('2026-05-27'), known: false })
})

test('a review has come to the earliest of the stages that it may be in', () => {
  const life = lifeOf(entry({}, { pointer: '/standing/stage', values: ['BOARD_ACTED', 'FINAL_SUBMITTED'], facts: [51] }))
  expect(life).toEqual({ here: 5, closed: false })
})

test('a review that may be closed is not', () => {
  const closed = entry({}, { pointer: '/standing/state', values: ['CLOSED', 'UNDER_WAY'], facts: [51] })
  closed.standing.state = 'CLOSED'
  expect(lifeOf(closed)).toEqual({ here: 7, stage: 'IMPLEMENTING', closed: false })
})
