import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stomp } from '../src/live/stomp'

const HEARTBEAT = 10_000

/** A socket whose server says what the test tells it. A server that is frozen does not even answer a close. */
class Socket {
  static made: Socket[] = []
  readyState = 0
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: (event: object) => void
  constructor() {
    Socket.made.push(this)
  }
  send() {}
  close() {
    this.readyState = 2
  }
  connects() {
    this.readyState = 1
    this.onopen?.()
    this.says('CONNECTED\nversion:1.2\nheart-beat:10000,10000\n\n\0')
  }
  says(data: string) {
    this.onmessage?.({ data })
  }
  breaks() {
    this.readyState = 3
    this.onclose?.({})
  }
}

const listener = { connected: vi.fn(), heard: vi.fn(), lost: vi.fn() }
const socket = () => Socket.made.at(-1) as Socket
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const browserSays = (what: 'online' | 'offline') => {
  window.dispatchEvent(new Event(what))
  return wait(0)
}

async function start() {
  stomp().start(listener)
  await vi.dynamicImportSettled()
  await wait(0)
}

/** How long it takes until there is one more socket. */
async function untilTriedAgain(): Promise<number> {
  const before = Socket.made.length
  const from = Date.now()
  while (Socket.made.length === before) await vi.advanceTimersToNextTimerAsync()
  return Date.now() - from
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Socket)
  vi.spyOn(window, 'addEventListener')
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.clearAllMocks()
  Socket.made = []
})
afterEach(() => {
  for (const [type, hear] of vi.mocked(window.addEventListener).mock.calls) window.removeEventListener(type, hear as EventListener)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('A connection', () => {
  beforeEach(async () => {
    await start()
    socket().connects()
  })

  it('is kept for as long as heartbeats come', async () => {
    for (let n = 0; n < 10; n++) {
      await wait(HEARTBEAT)
      socket().says('\n')
    }
    expect(listener.heard).toHaveBeenCalledTimes(10)
    expect(listener.lost).not.toHaveBeenCalled()
  })
  it('outlives one heartbeat that comes late', async () => {
    await wait(1.4 * HEARTBEAT)
    socket().says('\n')
    await wait(1.4 * HEARTBEAT)
    expect(listener.lost).not.toHaveBeenCalled()
  })
  it.each([0, 4_999, 5_000, 9_999])('is given up before a third heartbeat is missed, last heard after %d ms', async heardAfter => {
    await wait(heardAfter)
    socket().says('\n')
    await wait(3 * HEARTBEAT - 1_000)
    expect(listener.lost).toHaveBeenCalled()
  })
  it('is made anew after it was given up, although the old one never closes', async () => {
    await wait(3 * HEARTBEAT)
    expect(Socket.made).toHaveLength(2)
    socket().connects()
    expect(listener.connected).toHaveBeenCalledTimes(2)
  })
  it('is given up when the browser says that the network is gone', async () => {
    await browserSays('offline')
    expect(listener.lost).toHaveBeenCalledOnce()
  })
  it('is made anew at once when the browser says that the network is back', async () => {
    await browserSays('offline')
    await browserSays('online')
    expect(Socket.made).toHaveLength(2)
    socket().connects()
    expect(listener.connected).toHaveBeenCalledTimes(2)
  })
  it('that was made while the browser thought the network gone is kept', async () => {
    await browserSays('offline')
    await untilTriedAgain()
    socket().connects()
    await browserSays('online')
    expect(Socket.made).toHaveLength(2)
    expect(listener.lost).toHaveBeenCalledOnce()
  })
})

describe('After a connection was lost', () => {
  beforeEach(async () => {
    await start()
    socket().connects()
  })

  it('it is tried again within half a second', async () => {
    socket().breaks()
    expect(await untilTriedAgain()).toBeLessThanOrEqual(500)
  })
  it('attempts become rarer, down to one in ten seconds at most', async () => {
    const waits: number[] = []
    for (let n = 0; n < 8; n++) {
      socket().breaks()
      waits.push(await untilTriedAgain())
    }
    expect(waits.slice(0, 4)).toEqual([375, 750, 1_500, 3_000])
    expect(waits.slice(-2)).toEqual([7_500, 7_500])
  })
  it('attempts are quick again once one succeeded', async () => {
    for (let n = 0; n < 8; n++) {
      socket().breaks()
      await untilTriedAgain()
    }
    socket().connects()
    socket().breaks()
    expect(await untilTriedAgain()).toBe(375)
  })
  it('an attempt that is not answered is given up and made again', async () => {
    socket().breaks()
    await untilTriedAgain()
    expect(await untilTriedAgain()).toBeLessThanOrEqual(11_000)
  })
  it('an attempt in vain is dropped for a new one when the network is back', async () => {
    socket().breaks()
    await untilTriedAgain()
    await browserSays('online')
    expect(Socket.made).toHaveLength(3)
  })
})

describe('Two pages', () => {
  it('do not come back in the same moment', async () => {
    const waits: number[] = []
    for (const chance of [0, 0.8]) {
      vi.mocked(Math.random).mockReturnValue(chance)
      await start()
      socket().connects()
      socket().breaks()
      waits.push(await untilTriedAgain())
      socket().connects()
    }
    expect(waits).toEqual([250, 450])
  })
})
