import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GroupEntry, Possible, ReviewEntry, ReviewRow, ReviewStanding } from '../src/api/rows'
import { RecBars } from '../src/kit/RecBars'
import { Pair } from '../src/kit/Value'
import { shownAs } from '../src/kit/endorsements'
import { Pipeline, StageWords, StateMark, toneOf, useScheduleWords } from '../src/kit/marks'
import en from '../src/messages/en.json'
import words from '../src/messages/words.en.json'
import zh from '../src/messages/zh.json'
import zhWords from '../src/messages/words.zh.json'
import { figures } from '../src/pages/home/Summary'
import { matches } from '../src/pages/home/order'
import { coming } from '../src/pages/org/Organisation'
import { Clocks } from '../src/pages/review/Clocks'
import { placed } from '../src/pages/review/Plan'
import { soon } from '../src/pages/org/Milestones'
import { isLate, waitsFor } from '../src/pages/org/waits'
import { columnIn } from '../src/pages/review/board'

vi.mock('../src/live/stomp', () => ({ stomp: () => ({ start: () => {}, subscribe: () => () => {} }) }))

i18n.load({ en: { ...en, ...words }, zh: { ...zh, ...zhWords } } as never)
beforeEach(() => i18n.activate('en'))
afterEach(cleanup)
const said = (page: ReactNode) => render(<I18nProvider i18n={i18n}>{page}</I18nProvider>).container

const day = (on: string) => ({ on, precision: 'DAY' as const })
const may = (pointer: string, ...values: unknown[]): Possible => ({ pointer, values, facts: [51] })
const standing: ReviewStanding = { stage: 'IMPLEMENTING', state: 'UNDER_WAY', health: 'LATE', slipDays: 40, clocks: [{ clock: 'BOARD_ACTION', dueOn: '2020-01-01', late: true, daysLate: 4202, owner: 'BOARD' }] }

/** ATRT1 on the last day of 2022: it was closed by 27 May 2026, nobody knows when. */
const review = (possible: Possible[] = [], row: Partial<ReviewRow> = {}, more: Partial<ReviewStanding> = {}): ReviewEntry => ({
  key: 'atrt1',
  row: { review: 'atrt1', printedAs: 'ATRT1', name: 'First', stage: 'IMPLEMENTING', decisions: 0, version: 3, last: { position: 9, type: 'BoardActedOnReport', stream: 'review/atrt1', on: day('2011-06-24') }, ...row },
  standing: { ...standing, ...more },
  possible,
})
const ENDED = [may('/standing/state', 'UNDER_WAY', 'CLOSED'), may('/standing/stage', 'IMPLEMENTING', 'CLOSED'), may('/standing/health', 'LATE', 'DONE'), may('/standing/clocks', standing.clocks, [])]

function Schedule({ entry }: { entry: ReviewEntry }) {
  return <>{useScheduleWords()(entry)}</>
}

describe('A review of which it is not on record whether it had ended', () => {
  const entry = review(ENDED)
  it('is not called late, nor under way, nor closed', () => {
    const mark = said(<StateMark entry={entry} />)
    expect(mark.textContent).toBe('day not on record. It may be: Under way or Closed.')
    expect(mark.querySelector('.late')).toBeNull()
    expect(said(<Schedule entry={entry} />).textContent).toBe('')
  })
  it('has no colour', () => {
    expect(toneOf(entry)).toBe('idle')
    expect(toneOf(review())).toBe('late')
  })
  it('shows the steps that it is known to have passed, and no present one', () => {
    const pipe = said(<Pipeline entry={entry} />)
    expect(pipe.querySelector('.cur')).toBeNull()
    expect(pipe.querySelectorAll('.gap')).toHaveLength(7)
    expect(pipe.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Stage: day not on record')
  })
  it('says so in Chinese', () => {
    i18n.activate('zh')
    expect(said(<StateMark entry={entry} />).textContent).toContain('日期无记录')
  })
  it('is counted apart, and is neither among those that are late nor among the open ones', () => {
    expect(figures([entry, review()])).toMatchObject({ underWay: 1, late: 1, unknown: 1 })
    expect([matches(entry, undefined, 'late'), matches(entry, undefined, 'open'), matches(entry, undefined, undefined)]).toEqual([false, false, true])
  })
  it('owes nothing that is not owed in either case', () => {
    const clocks = said(<Clocks entry={entry} today="2022-12-31" />)
    expect(clocks.querySelector('.late')).toBeNull()
    expect(clocks.textContent).toContain('day not on record')
    expect(clocks.textContent).not.toContain('4,202')
  })
})

describe('What is the same in each case', () => {
  it('is said: a review not begun or under way without a plan has no plan', () => {
    expect(said(<StateMark entry={review([may('/standing/state', 'NOT_STARTED', 'UNDER_WAY')], {}, { health: 'NO_PLAN', state: 'NOT_STARTED' })} />).textContent).toBe('No plan on record')
  })
})

describe('A page of the past', () => {
  it('says of a paused review that it is paused, and of the day that it is not on record', () => {
    const paused = review([may('/standing/pausedSince', day('2017-10-01'), day('2017-10-28'))], {}, { state: 'PAUSED', pausedSince: day('2017-10-01') })
    expect(said(<StateMark entry={paused} />).textContent).toBe('Paused')
    expect(said(<Schedule entry={paused} />).textContent).toBe('day not on record')
  })
  it('says the stages that it may be', () => {
    expect(said(<StageWords entry={review(ENDED)} />).querySelector('.dnr')?.getAttribute('title')).toBe('It may be: Implementation or Closed.')
  })
  it('has a place for a report that may have been there', () => {
    const pair = (possible: Possible[]) => said(<dl><Pair entry={review(possible)} pointer="/row/reports/draftOn" label="Draft report" value={undefined} show={() => ''} /></dl>).textContent
    expect(pair([may('/row/reports/draftOn', null, day('2020-01-24'))])).toBe('Draft reportday not on record')
    expect(pair([])).toBe('')
  })
  it('puts a recommendation that the Board may have acted on under what is not on record', () => {
    const acted = review([may('/row/recommendations/1/parts/whole', null, 'APPROVED'), may('/standing/steps/1', 'WITH_BOARD', 'APPROVED')], { recommendations: { 1: { printedAs: '1' } } }, { steps: { 1: 'WITH_BOARD' } })
    expect(columnIn(acted, '1')).toBe('unknown')
  })
  it('gives a figure from the least to the most that it may be', () => {
    const counted = review([may('/standing/totals/RECOMMENDATION/approved', 23, 24)], {}, { totals: { RECOMMENDATION: { listed: 35, approved: 23 } } })
    expect(figures([counted, counted]).total).toEqual({ listed: [70, 70], approved: [46, 48] })
  })
  it('counts a recommendation of which the priority is not on record once', () => {
    const reported = review([may('/row/recommendations/1/priority', undefined, 'HIGH'), may('/standing/steps/2', 'WITH_BOARD', 'DONE')],
      { recommendations: { 1: { printedAs: '1' }, 2: { printedAs: '2' }, 3: { printedAs: '3', gone: 'WITHDRAWN' } } }, { steps: { 1: 'WITH_BOARD', 2: 'WITH_BOARD', 3: 'GONE' } })
    expect(figures([reported]).share).toEqual({ all: [2, 2], done: [0, 1], withBoard: [1, 2] })
  })
  it('draws no bar for recommendations whose way is not on record', () => {
    const bars = said(<RecBars entry={review([may('/standing/progress/HIGH/done', 0, 3)], {}, { progress: { HIGH: { all: 5 }, LOW: { all: 2 } } })} />)
    expect([...bars.querySelectorAll('.recp')].map(one => one.textContent)).toEqual(['day not on record', '–', '0/2'])
  })
  it('takes a milestone that may have been reached neither for reached nor for late', () => {
    const plan = { milestones: { draft: { firstPlan: { date: '2019-01-31', precision: 'DAY' as const }, forecast: { date: '2019-01-31', precision: 'DAY' as const } } } }
    const uncertain = review([may('/row/milestones/draft/reachedOn', null, day('2020-01-24'))], plan)
    expect(placed(uncertain, '2022-12-31')[0]).toMatchObject({ known: false, late: false, reached: false, slip: undefined })
    expect(placed(review([], plan), '2022-12-31')[0]).toMatchObject({ known: true, late: true })
    const group: GroupEntry = { key: 'GNSO', row: { group: 'GNSO', printedAs: 'GNSO', kind: 'SO', reviews: { atrt1: {} } }, standing: undefined }
    expect(coming(group, [uncertain, review([], plan)]).map(({ known }) => known)).toEqual([false, true])
    expect(soon(coming(group, [uncertain, review([], plan)]), '2019-01-01')).toEqual([1, 2])
    expect(soon(coming(group, [uncertain, review([], plan)]), '2022-12-31')).toEqual([0, 0])
  })
  it('accuses a body only of what certainly waits for it, and is certainly late', () => {
    const wait = (dueOn?: string) => ({ what: 'ACT_ON_REPORT', review: 'atrt1', group: 'BOARD', since: '2010-12-31', dueOn, verb: 'record-board-action' })
    const body: GroupEntry = {
      key: 'BOARD', standing: undefined,
      row: { group: 'BOARD', printedAs: 'Board', kind: 'BODY', waiting: { settled: wait('2011-06-30'), moved: wait('2011-06-30'), open: wait('2011-06-30') } },
      possible: [may('/row/waiting/settled', wait('2011-06-30'), null), may('/row/waiting/moved/dueOn', '2011-06-30', '2030-01-01'), may('/row/waiting/asked', null, wait())],
    }
    expect(['settled', 'moved', 'open', 'asked'].map(key => waitsFor(body, key))).toEqual([false, true, true, false])
    expect(['settled', 'moved', 'open', 'asked'].map(key => isLate(body, key, '2022-12-31'))).toEqual([false, false, true, false])
  })
  it('does not call an answer awaited whose time may be over', () => {
    const time = { clock: 'ENDORSEMENT', startedOn: '2018-01-01' }
    const open = review([may('/standing/clocks', [time], [{ ...time, stoppedOn: '2018-03-01' }])], {}, { clocks: [time] })
    expect(shownAs('AWAITED', open)).toBe('UNKNOWN')
    expect(shownAs('ENDORSED', open)).toBe('ENDORSED')
    expect(shownAs('ENDORSED', open, false)).toBe('UNKNOWN')
    expect(shownAs('AWAITED', review([], {}, { clocks: [time] }))).toBe('AWAITED')
  })
})
