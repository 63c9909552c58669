import { Reading, decisionsOf, type Change, type Message } from './topic'

/** One connection to the server; the real one speaks STOMP, the one in the tests says what it is told. */
export interface Transport {
  start(listener: TransportListener): void
  subscribe(topic: string, headers: Record<string, string>, heard: (message: Message) => void): () => void
}

export interface TransportListener {
  connected(): void
  /** The server showed that it is there, without a message. */
  heard(): void
  lost(): void
}

export type Status = 'connecting' | 'live' | 'reconnecting' | 'catching-up' | 'offline'

export interface State {
  status: Status
  /** when the page last knew that it was up to date */
  since: number
  /** how many decisions the last catching up brought; undefined where that can't be told */
  caughtUp?: number
}

/** Where changes go: the answers that pages hold. */
export interface Sink {
  /** Puts changes into what is held of a topic. */
  apply(topic: string, position: number, changes: Change[]): void
  /** What is held of a topic is of no use any more: ask anew. */
  reload(topic: string): void
}

interface Topic {
  name: string
  users: number
  reading?: Reading
  unsubscribe?: () => void
  answered: boolean
  /** what was held is of no use: the topic begins again with the answer to a new GET */
  reloading: boolean
  /** what came and is not yet painted, joined by key */
  waiting?: { position: number; changes: Map<string, Change> }
  /** runs from one paint to the earliest next one */
  resting?: ReturnType<typeof setTimeout>
  leaving?: ReturnType<typeof setTimeout>
}

/** People can't read faster; four paints of a topic a second keep the page calm. */
const REST_MS = 250
const LINGER_MS = 20_000
const OFFLINE_AFTER_MS = 60_000
/** More changes a second than anyone can follow: nothing flashes. */
const STORM = 15

/**
 * Keeps the topics that pages look at up to date over one connection. A topic begins with the answer a page has got by GET
 * ({@link seed}); the subscription names its epoch and position, so nothing falls between the two.
 */
export class Live {
  private readonly topics = new Map<string, Topic>()
  private readonly listeners = new Set<() => void>()
  private readonly moved = new Set<() => void>()
  private state: State = { status: 'connecting', since: Date.now() }
  private connected = false
  private started = false
  private everConnected = false
  private offline?: ReturnType<typeof setTimeout>
  private heardAt = 0
  /** the positions of the decisions that catching up has brought so far; undefined once they can't be told */
  private caught? = new Set<number>()
  private recent: number[] = []

  constructor(
    private readonly transport: Transport,
    private readonly sink: Sink,
    private readonly now: () => number = Date.now,
  ) {}

  // ---- what pages call

  /** A page looks at a topic; the returned function ends that. */
  join(name: string): () => void {
    const topic = this.topic(name)
    topic.users++
    clearTimeout(topic.leaving)
    this.start()
    this.subscribe(topic)
    return () => {
      topic.users--
      if (topic.users === 0) topic.leaving = setTimeout(() => this.leave(topic), LINGER_MS)
    }
  }

  /** An answer to a GET of the topic's rows has arrived: the topic is known from there on. */
  seed(name: string, epoch: string, position: number) {
    const topic = this.topic(name)
    if (topic.reading?.epoch === epoch) return
    topic.reading = new Reading(epoch, position)
    topic.reloading = false
    topic.waiting = undefined
    this.resubscribe(topic)
  }

  position(name: string): number {
    return this.topics.get(name)?.reading?.position ?? 0
  }

  /** Resolves with true once the topic has reached the position, with false when that takes too long. */
  waitFor(name: string, position: number, withinMs = 3_000): Promise<boolean> {
    if (this.shown(name) >= position) return Promise.resolve(true)
    return new Promise(resolve => {
      const end = (reached: boolean) => {
        clearTimeout(timer)
        this.moved.delete(look)
        resolve(reached)
      }
      const look = () => this.shown(name) >= position && end(true)
      const timer = setTimeout(() => end(false), withinMs)
      this.moved.add(look)
    })
  }

  getState = () => this.state
  listen = (heard: () => void) => {
    this.listeners.add(heard)
    return () => this.listeners.delete(heard)
  }

  inStorm = () => {
    const from = this.now() - 1000
    this.recent = this.recent.filter(at => at > from)
    return this.recent.length > STORM
  }

  // ---- what the connection says

  private start() {
    if (this.started) return
    this.started = true
    this.transport.start({
      connected: () => {
        this.connected = true
        this.heardAt = this.now()
        clearTimeout(this.offline)
        this.offline = undefined
        for (const topic of this.topics.values()) {
          if (topic.reloading) this.sink.reload(topic.name)
          this.resubscribe(topic)
        }
        this.settle()
      },
      heard: () => {
        this.heardAt = this.now()
      },
      lost: () => {
        this.connected = false
        for (const topic of this.topics.values()) {
          topic.unsubscribe = undefined
          topic.answered = false
        }
        if (!this.everConnected) return this.say({ status: navigator.onLine === false ? 'offline' : 'connecting' })
        if (navigator.onLine === false) return this.say({ status: 'offline' })
        if (this.state.status !== 'offline') this.say({ status: 'reconnecting' })
        this.offline ??= setTimeout(() => this.say({ status: 'offline' }), OFFLINE_AFTER_MS)
      },
    })
  }

  private topic(name: string): Topic {
    let topic = this.topics.get(name)
    if (!topic) {
      topic = { name, users: 0, answered: false, reloading: false }
      this.topics.set(name, topic)
    }
    return topic
  }

  private leave(topic: Topic) {
    topic.unsubscribe?.()
    topic.unsubscribe = undefined
    topic.answered = false
    this.settle()
  }

  private resubscribe(topic: Topic) {
    topic.unsubscribe?.()
    topic.unsubscribe = undefined
    this.subscribe(topic)
  }

  private subscribe(topic: Topic) {
    if (!this.connected || !topic.reading || topic.unsubscribe || topic.users === 0) return
    topic.answered = false
    topic.unsubscribe = this.transport.subscribe(topic.name, topic.reading.headers(), message => this.hear(topic, message))
    if (this.everConnected) this.settle()
  }

  private hear(topic: Topic, message: Message) {
    this.heardAt = this.now()
    if (!topic.reading) return
    const before = topic.reading.position
    const outcome = topic.reading.take(message)
    switch (outcome.kind) {
      case 'duplicate':
        return
      case 'gap':
        if (topic.users > 0) this.say({ status: 'catching-up' })
        return this.resubscribe(topic)
      case 'reload':
        return this.reload(topic)
      case 'applied':
        if (outcome.answered) {
          topic.answered = true
          if (this.state.status !== 'live') decisionsOf(outcome, before).forEach(position => this.caught?.add(position))
        }
        this.put(topic, outcome.position, outcome.changes)
        this.settle()
    }
  }

  private reload(topic: Topic) {
    topic.unsubscribe?.()
    topic.unsubscribe = undefined
    topic.reading = undefined
    topic.waiting = undefined
    topic.answered = false
    topic.reloading = true
    if (topic.users > 0) {
      this.caught = undefined
      this.say({ status: 'catching-up' })
    }
    this.sink.reload(topic.name)
  }

  private put(topic: Topic, position: number, changes: Change[]) {
    const at = this.now()
    topic.waiting ??= { position, changes: new Map() }
    topic.waiting.position = position
    for (const change of changes) {
      topic.waiting.changes.set(change.key, change)
      this.recent.push(at)
    }
    if (!topic.resting) this.paint(topic)
  }

  /** Shows what waits, and lets the topic rest: what comes in the meantime is shown together. */
  private paint(topic: Topic) {
    topic.resting = undefined
    const { waiting } = topic
    if (!waiting) return
    topic.waiting = undefined
    if (waiting.changes.size > 0) topic.resting = setTimeout(() => this.paint(topic), REST_MS)
    this.sink.apply(topic.name, waiting.position, [...waiting.changes.values()])
    this.moved.forEach(look => look())
  }

  /** The position up to which a page shows the topic: what still waits for its paint does not count. */
  private shown(name: string): number {
    const topic = this.topics.get(name)
    return topic?.reading && !topic.waiting ? topic.reading.position : 0
  }

  /** Says what the connection is, once every topic looked at has its answer. */
  private settle() {
    if (!this.connected) return
    const looked = [...this.topics.values()].filter(topic => topic.users > 0 && (topic.reading || topic.reloading))
    if (looked.some(topic => !topic.answered)) {
      if (this.everConnected && this.state.status !== 'live') this.say({ status: 'catching-up' })
      return
    }
    const wasAway = this.everConnected && this.state.status !== 'live'
    this.everConnected ||= looked.length > 0
    this.say({ status: 'live', caughtUp: wasAway ? this.caught?.size : undefined })
    this.caught = new Set()
  }

  private say(state: Omit<State, 'since'>) {
    const since = state.status === 'live' ? this.now() : this.state.status === 'live' ? this.heardAt : this.state.since
    if (this.state.status === state.status && state.caughtUp === undefined) return
    this.state = { ...state, since }
    this.listeners.forEach(heard => heard())
  }
}
