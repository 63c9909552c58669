import { describe, expect, it } from 'vitest'
import { changesBetween } from '../src/pages/history/changes'

const day = (on: string) => ({ on, precision: 'DAY' })

describe('What an event changed', () => {
  it('is nothing between two rows that are the same', () => {
    expect(changesBetween({ stage: 'CONVENED', stages: { CONVENED: day('2017-03-02') } }, { stages: { CONVENED: day('2017-03-02') }, stage: 'CONVENED' })).toEqual([])
  })
  it('is each leaf that differs', () => {
    expect(changesBetween({ stage: 'CONVENED', name: 'Second' }, { stage: 'SCOPING', name: 'Second' })).toEqual(['/stage'])
  })
  it('is each leaf that was not there', () => {
    expect(changesBetween({ stages: {} }, { stages: { CONVENED: day('2017-03-02') } })).toEqual(['/stages/CONVENED/on', '/stages/CONVENED/precision'])
  })
  it('is everything of a stream that has just begun', () => {
    expect(changesBetween(undefined, { stage: 'SCHEDULED', team: { seats: { GNSO: 4 } } })).toEqual(['/stage', '/team/seats/GNSO'])
  })
  it('is what it took away, after what it set', () => {
    expect(changesBetween({ closedOn: day('2021-01-25'), stage: 'CLOSED' }, { stage: 'IMPLEMENTING' })).toEqual(['/stage', '/closedOn/on', '/closedOn/precision'])
  })
  it('leaves alone what was set to the same value once more', () => {
    expect(changesBetween({ scope: { version: 1, sharedOn: day('2018-01-09') } }, { scope: { version: 2, sharedOn: day('2018-01-09') } })).toEqual(['/scope/version'])
  })
  it('takes a name with a slash for one name', () => {
    expect(changesBetween({}, { dependencies: { 'ssr2/1.2': 'ssr2/1.2' } })).toEqual(['/dependencies/ssr2~11.2'])
  })
  it('takes an empty map for nothing', () => {
    expect(changesBetween({ pauses: {} }, {})).toEqual([])
  })
})
