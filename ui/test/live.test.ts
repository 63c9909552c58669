import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Latest, keyOf, patched, sinkInto, type Held } from '../src/live/cache'
import { Live, type Transport, type TransportListener } from '../src/live/live'
import type { Change, Message } from '../src/live/topic'

const TOPIC = '/topic/reviews'

/** A connection that says what the test tells it. */
class Wire implements Transport {
  listener?: TransportListener
  asked: { topic: string; headers: Record<string, string> }[] = []
  private heard = new Map<string, (message: Message) => void>()
  start(listener: TransportListener) {
    this.listener = listener
  }
  subscribe(topic: string, headers: Record<string, string>, heard: (message: Message) => void) {
    this.asked.push({ topic, headers })
    this.heard.set(topic, heard)
    return () => {
      if (this.heard.get(topic) === heard) this.heard.delete(topic)
    }
  }
  say(message: Partial<Message>, topic = TOPIC) {
    this.heard.get(topic)?.({ kind: 'frame', epoch: 'e1', position: 0, view: 'reviews', ...message })
  }
}

/** A row as it is now; `at` is the position of the last decision about it. */
const change = (key: string, stage: string, at?: number): Change => ({ key, row: { stage }, at })
const held = (position: number, ...keys: string[]): Held => ({
  position,
  epoch: 'e1',
  total: keys.length,
  rows: keys.map(key => ({ key, row: { stage: 'SCHEDULED' }, standing: undefined })),
})

let wire: Wire
let queries: QueryClient
let live: Live
const rows = () => queries.getQueryData<Held>(keyOf(TOPIC, 'list'))?.rows?.map(({ key, row }) => [key, (row as { stage: string }).stage])

beforeEach(() => {
  vi.useFakeTimers()
  wire = new Wire()
  queries = new QueryClient()
  live = new Live(wire, sinkInto(queries, new Latest()), () => Date.now())
  queries.setQueryData(keyOf(TOPIC, 'list'), held(10, 'ssr2', 'atrt3'))
  live.join(TOPIC)
  live.seed(TOPIC, 'e1', 10)
  wire.listener?.connected()
})
afterEach(() => vi.useRealTimers())

const paint = () => vi.advanceTimersByTime(300)

describe('Subscribing', () => {
  it('names the epoch and position of the answer the page has', () => {
    expect(wire.asked).toEqual([{ topic: TOPIC, headers: { epoch: 'e1', position: '10' } }])
  })
  it('is live once the subscription is answered', () => {
    expect(live.getState().status).toBe('connecting')
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    expect(live.getState().status).toBe('live')
  })
  it('puts what was missed into the page', () => {
    wire.say({ kind: 'missed', position: 12, previous: 9, changes: [change('ssr2', 'CONVENED')] })
    paint()
    expect(rows()).toEqual([['ssr2', 'CONVENED'], ['atrt3', 'SCHEDULED']])
  })
})

describe('A frame', () => {
  beforeEach(() => wire.say({ kind: 'missed', position: 10, previous: 10 }))

  it('that joins on is applied, and rows that did not change stay the same objects', () => {
    const before = queries.getQueryData<Held>(keyOf(TOPIC, 'list'))?.rows?.[1]
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    paint()
    expect(rows()?.[0]).toEqual(['ssr2', 'CONVENED'])
    expect(queries.getQueryData<Held>(keyOf(TOPIC, 'list'))?.rows?.[1]).toBe(before)
  })
  it('is painted when it comes', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    expect(rows()?.[0]).toEqual(['ssr2', 'CONVENED'])
  })
  it('soon after another waits a quarter of a second for one paint with those that follow', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    const painted = vi.spyOn(queries, 'setQueryData')
    for (let n = 12; n < 20; n++) wire.say({ position: n, previous: n - 1, changes: [change('ssr2', String(n)), change('atrt3', String(n))] })
    vi.advanceTimersByTime(249)
    expect(painted).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(painted).toHaveBeenCalledOnce()
    expect(rows()).toEqual([['ssr2', '19'], ['atrt3', '19']])
  })
  it('is painted at most every quarter of a second, however many come', () => {
    const painted = vi.spyOn(queries, 'setQueryData')
    for (let n = 11; n < 111; n++) {
      wire.say({ position: n, previous: n - 1, changes: [change('ssr2', String(n))] })
      vi.advanceTimersByTime(20)
    }
    expect(painted).toHaveBeenCalledTimes(1 + 8)
    paint()
    expect(rows()?.[0]).toEqual(['ssr2', '110'])
  })
  it('after a rest is painted when it comes', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    vi.advanceTimersByTime(250)
    wire.say({ position: 12, previous: 11, changes: [change('ssr2', 'SCOPING')] })
    expect(rows()?.[0]).toEqual(['ssr2', 'SCOPING'])
  })
  it('does not wait for the rest of another topic', () => {
    queries.setQueryData(keyOf('/topic/trail', 'newest'), held(10))
    live.join('/topic/trail')
    live.seed('/topic/trail', 'e1', 10)
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    wire.say({ position: 11, previous: 10, changes: [change('11', 'recorded')] }, '/topic/trail')
    expect(queries.getQueryData<Held>(keyOf('/topic/trail', 'newest'))?.rows).toHaveLength(1)
  })
  it('that was seen already is dropped', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'SCHEDULED')] })
    wire.say({ position: 9, previous: 8, changes: [change('ssr2', 'SCHEDULED')] })
    paint()
    expect(rows()?.[0]).toEqual(['ssr2', 'CONVENED'])
    expect(wire.asked).toHaveLength(1)
  })
  it('that leaves a hole is not applied: the topic is asked again from its own position', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    wire.say({ position: 14, previous: 13, changes: [change('atrt3', 'CLOSED')] })
    expect(live.getState().status).toBe('catching-up')
    expect(wire.asked.at(-1)).toEqual({ topic: TOPIC, headers: { epoch: 'e1', position: '11' } })
    wire.say({ kind: 'missed', position: 14, previous: 11, changes: [change('atrt3', 'CLOSED', 14), change('ssr2', 'SCOPING', 13)] })
    paint()
    expect(rows()).toEqual([['ssr2', 'SCOPING'], ['atrt3', 'CLOSED']])
    expect(live.getState()).toMatchObject({ status: 'live', caughtUp: 2 })
  })
  it('that leaves a hole in a topic nobody looks at any more is of no concern to the reader', () => {
    const leave = live.join('/topic/trail')
    live.seed('/topic/trail', 'e1', 10)
    wire.say({ kind: 'missed', position: 10, previous: 10 }, '/topic/trail')
    leave()
    wire.say({ position: 14, previous: 13, changes: [change('14', 'recorded', 14)] }, '/topic/trail')
    expect(live.getState().status).toBe('live')
  })
  it('says of a row up to where it could be read, and no more once it can', () => {
    const stoppedAt = () => queries.getQueryData<Held>(keyOf(TOPIC, 'list'))?.rows?.[0]?.stoppedAt
    wire.say({ position: 11, previous: 10, changes: [{ ...change('ssr2', 'CONVENED', 11), stoppedAt: 11 }] })
    paint()
    expect(stoppedAt()).toBe(11)
    wire.say({ position: 12, previous: 11, changes: [change('ssr2', 'SCOPING', 12)] })
    paint()
    expect(stoppedAt()).toBeUndefined()
  })
  it('of a row that is there no more takes it off the page', () => {
    wire.say({ position: 11, previous: 10, changes: [{ key: 'ssr2', row: null }] })
    paint()
    expect(rows()).toEqual([['atrt3', 'SCHEDULED']])
  })
})

describe('After the connection was lost', () => {
  beforeEach(() => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    wire.listener?.lost()
  })

  it('says that it reconnects, then that it is offline', () => {
    expect(live.getState().status).toBe('reconnecting')
    vi.advanceTimersByTime(61_000)
    expect(live.getState().status).toBe('offline')
  })
  it('says until when the server was heard, not when the silence was noticed', () => {
    vi.advanceTimersByTime(1_000)
    wire.listener?.connected()
    wire.say({ kind: 'missed', position: 11, previous: 11 })
    vi.advanceTimersByTime(10_000)
    wire.listener?.heard()
    const heardAt = Date.now()
    vi.advanceTimersByTime(25_000)
    wire.listener?.lost()
    expect(live.getState()).toMatchObject({ status: 'reconnecting', since: heardAt })
    vi.advanceTimersByTime(61_000)
    expect(live.getState()).toMatchObject({ status: 'offline', since: heardAt })
  })
  it('is live again only when the server has answered', () => {
    wire.listener?.connected()
    expect(live.getState().status).toBe('catching-up')
    wire.listener?.heard()
    expect(live.getState().status).toBe('catching-up')
    wire.say({ kind: 'missed', position: 11, previous: 11 })
    expect(live.getState()).toMatchObject({ status: 'live', caughtUp: 0 })
  })
  it('resumes from its own position and says how much it caught up', () => {
    wire.listener?.connected()
    expect(wire.asked.at(-1)?.headers).toEqual({ epoch: 'e1', position: '11' })
    wire.say({ kind: 'missed', position: 20, previous: 11, changes: [change('ssr2', 'SCOPING', 20)] })
    paint()
    expect(rows()?.[0]).toEqual(['ssr2', 'SCOPING'])
    expect(live.getState()).toMatchObject({ status: 'live', caughtUp: 1 })
  })
})

describe('What was caught up', () => {
  const TRAIL = '/topic/trail'
  beforeEach(() => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    live.join(TRAIL)
    live.seed(TRAIL, 'e1', 10)
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    wire.listener?.lost()
    wire.listener?.connected()
  })
  const says = (caughtUp: number | undefined) => expect(live.getState()).toMatchObject({ status: 'live', caughtUp })

  it('counts one decision once, however many topics it came by', () => {
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [change('ssr2', 'SCOPING', 12)] })
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [change('12', 'recorded', 12)] }, TRAIL)
    says(1)
  })
  it('counts one decision once, however many rows it changed', () => {
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [change('ssr2', 'CLOSED', 12), change('atrt3', 'SCHEDULED', 12)] })
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [change('12', 'recorded', 12)] }, TRAIL)
    says(1)
  })
  it('counts decisions that came by different topics', () => {
    wire.say({ kind: 'missed', position: 11, previous: 10, changes: [change('ssr2', 'SCOPING', 11)] })
    wire.say({ kind: 'missed', position: 13, previous: 10, changes: [change('13', 'recorded', 13)] }, TRAIL)
    says(2)
  })
  it('counts each decision of a row that several changed, by what the trail says', () => {
    wire.say({ kind: 'missed', position: 13, previous: 10, changes: [change('ssr2', 'SCOPING', 13)] })
    wire.say({ kind: 'missed', position: 13, previous: 10, changes: [11, 12, 13].map(at => change(String(at), 'recorded', at)) }, TRAIL)
    says(3)
  })
  it('counts the last decision of a row that several changed, where nothing says more', () => {
    wire.say({ kind: 'missed', position: 13, previous: 10, changes: [change('ssr2', 'SCOPING', 13)] })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    says(1)
  })
  it('leaves out a row of the answer that had its last decision before', () => {
    wire.say({ kind: 'snapshot', position: 12, previous: 0, changes: [change('ssr2', 'SCOPING', 12), change('atrt3', 'CLOSED', 9)] })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    says(1)
  })
  it('counts a row that is gone', () => {
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [{ key: 'ssr2', row: null }] })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    says(1)
  })
  it('is nothing where nothing was missed', () => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    says(0)
  })
  it('goes on counting when the connection is lost again meanwhile', () => {
    wire.say({ kind: 'missed', position: 11, previous: 10, changes: [change('ssr2', 'SCOPING', 11)] })
    wire.listener?.lost()
    wire.listener?.connected()
    wire.say({ kind: 'missed', position: 12, previous: 11, changes: [change('ssr2', 'CLOSED', 12)] })
    wire.say({ kind: 'missed', position: 12, previous: 10, changes: [change('11', 'recorded', 11), change('12', 'recorded', 12)] }, TRAIL)
    says(2)
  })
  it('leaves out what came while the page was live', () => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'SCOPING', 11)] })
    live.join('/topic/groups')
    live.seed('/topic/groups', 'e1', 8)
    wire.say({ kind: 'missed', position: 11, previous: 8, changes: [{ key: 'GNSO', row: {} }] }, '/topic/groups')
    wire.listener?.lost()
    wire.listener?.connected()
    for (const topic of [TOPIC, TRAIL, '/topic/groups']) wire.say({ kind: 'missed', position: 11, previous: 11 }, topic)
    says(0)
  })
  it('is not numbered where a topic had to be read anew', () => {
    wire.say({ kind: 'reload', position: 900, previous: 0 })
    wire.say({ kind: 'missed', position: 10, previous: 10 }, TRAIL)
    expect(live.getState().status).toBe('catching-up')
    live.seed(TOPIC, 'e1', 900)
    expect(live.getState().status).toBe('catching-up')
    wire.say({ kind: 'missed', position: 900, previous: 900 })
    says(undefined)
  })
})

describe('Told to reload', () => {
  it('asks for everything anew and begins from the answer', async () => {
    const asked = vi.spyOn(queries, 'invalidateQueries')
    wire.say({ kind: 'reload', epoch: 'e2', position: 3, why: 'epoch' })
    expect(asked).toHaveBeenCalledOnce()
    live.seed(TOPIC, 'e2', 3)
    expect(wire.asked.at(-1)?.headers).toEqual({ epoch: 'e2', position: '3' })
  })
  it('is not live until the new answer is there', () => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    wire.say({ kind: 'reload', position: 3, why: 'behind' })
    expect(live.getState().status).toBe('catching-up')
    live.seed(TOPIC, 'e1', 10)
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    expect(live.getState().status).toBe('live')
  })
  it('asks once more when the connection was lost before the answer', () => {
    const asked = vi.spyOn(queries, 'invalidateQueries')
    wire.say({ kind: 'reload', epoch: 'e2', position: 3 })
    wire.listener?.lost()
    wire.listener?.connected()
    expect(asked).toHaveBeenCalledTimes(2)
  })
  it('drops what waited for its paint', () => {
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    wire.say({ position: 12, previous: 11, changes: [change('ssr2', 'SCOPING')] })
    wire.say({ kind: 'reload', epoch: 'e2', position: 3 })
    paint()
    expect(rows()?.[0]).toEqual(['ssr2', 'CONVENED'])
  })
  it('does the same when a frame comes from another log', () => {
    const asked = vi.spyOn(queries, 'invalidateQueries')
    wire.say({ epoch: 'e2', position: 99, previous: 98, changes: [change('ssr2', 'CLOSED')] })
    paint()
    expect(asked).toHaveBeenCalledOnce()
    expect(rows()?.[0]).toEqual(['ssr2', 'SCHEDULED'])
  })
})

describe('Waiting for a position', () => {
  it('ends when the page shows it, not when the frame arrives', async () => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    paint()
    const reached = vi.fn()
    wire.say({ position: 11, previous: 10, changes: [change('ssr2', 'CONVENED')] })
    void live.waitFor(TOPIC, 12).then(reached)
    wire.say({ position: 12, previous: 11, changes: [change('ssr2', 'SCOPING')] })
    await Promise.resolve()
    expect(reached).not.toHaveBeenCalled()
    paint()
    await Promise.resolve()
    expect(reached).toHaveBeenCalledWith(true)
  })
  it('gives up after three seconds', async () => {
    const reached = vi.fn()
    void live.waitFor(TOPIC, 99).then(reached)
    await vi.advanceTimersByTimeAsync(3_100)
    expect(reached).toHaveBeenCalledWith(false)
  })
})

describe('An answer that was overtaken', () => {
  it('is brought up to what the topic has said since', () => {
    const latest = new Latest()
    latest.put(TOPIC, 15, [change('ssr2', 'SCOPING')])
    latest.put(TOPIC, 9, [change('atrt3', 'CLOSED')])
    const answer = latest.onto(TOPIC, held(12, 'ssr2', 'atrt3'))
    expect(answer.rows?.map(({ row }) => (row as { stage: string }).stage)).toEqual(['SCOPING', 'SCHEDULED'])
    expect(answer.position).toBe(15)
  })
  it('that is newer than a change keeps its rows', () => {
    const newer = held(12, 'ssr2')
    expect(patched(newer, 11, [change('ssr2', 'CLOSED')])).toBe(newer)
  })
})

describe('A storm', () => {
  it('is more than fifteen changes a second', () => {
    wire.say({ kind: 'missed', position: 10, previous: 10 })
    for (let n = 11; n < 24; n++) wire.say({ position: n, previous: n - 1, changes: [change('ssr2', String(n))] })
    expect(live.inStorm()).toBe(false)
    for (let n = 24; n < 40; n++) wire.say({ position: n, previous: n - 1, changes: [change('ssr2', String(n))] })
    expect(live.inStorm()).toBe(true)
    vi.advanceTimersByTime(2_000)
    expect(live.inStorm()).toBe(false)
  })
})
