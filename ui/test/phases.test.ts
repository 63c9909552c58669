import { expect, test } from 'vitest'
import type { ReviewRow } from '../src/api/rows'
import { entered } from '../src/kit/phases'

const day = (on: string) => ({ on, precision: 'DAY' as const })
const row = (more: Partial<ReviewRow>): ReviewRow => ({
  review: 'ssr2', printedAs: 'SSR2', name: 'Stability', stage: 'FINAL_SUBMITTED', decisions: 0, version: 0,
  last: { position: 1, type: 'ReviewScheduled', stream: 'review/ssr2', on: day('2016-06-30') },
  ...more,
})

test('a step is entered by the first of its stages', () => {
  const steps = entered(row({ stages: { CONVENED: day('2017-03-02'), CALL_OPEN: day('2016-06-30') } }))
  expect(steps.team).toEqual({ pointer: '/row/stages/CALL_OPEN', day: day('2016-06-30') })
  expect(steps.work).toBeUndefined()
})

test('the Board enters its step by acting on one recommendation', () => {
  const steps = entered(row({ stages: {}, reports: { boardFirstActedOn: day('2021-07-22') } }))
  expect(steps.board).toEqual({ pointer: '/row/reports/boardFirstActedOn', day: day('2021-07-22') })
})
