import type { QueryClient } from '@tanstack/react-query'
import type { ReadEntry } from '../api/rows'
import type { Change } from './topic'

/** An answer that is kept up to date: a list or one row. `keptAt` is the position up to which it is. */
export interface Held {
  position: number
  epoch: string
  total?: number
  rows?: ReadEntry[]
  entry?: ReadEntry
}

/** Which answers a topic keeps up to date: their query keys start with this. */
export const LIVE = 'live'
export const keyOf = (topic: string, ...rest: string[]) => [LIVE, topic, ...rest] as const

function entryOf(change: Change, before: ReadEntry | undefined): ReadEntry {
  return {
    key: change.key,
    row: change.row,
    standing: change.standing ?? before?.standing,
    stoppedAt: change.stoppedAt,
  }
}

/** Puts changes into an answer; rows that did not change stay the same objects, so that only what changed is painted. */
export function patched<H extends Held>(held: H, position: number, changes: Change[]): H {
  if (position <= held.position) return held
  if (held.entry) {
    const { entry } = held
    const change = changes.findLast(({ key }) => key === entry.key)
    return change?.row ? { ...held, position, entry: entryOf(change, entry) } : { ...held, position }
  }
  if (!held.rows) return held
  const rows = new Map(held.rows.map(entry => [entry.key, entry]))
  for (const change of changes) {
    if (change.row === null) rows.delete(change.key)
    else rows.set(change.key, entryOf(change, rows.get(change.key)))
  }
  const total = held.total === undefined ? undefined : held.total + rows.size - held.rows.length
  return { ...held, position, total, rows: [...rows.values()] }
}

/** Remembers the last change of each key of a topic, for answers that were asked for before and come after it. */
export class Latest {
  private readonly topics = new Map<string, Map<string, { at: number; change: Change }>>()

  put(topic: string, at: number, changes: Change[]) {
    const known = this.topics.get(topic) ?? new Map<string, { at: number; change: Change }>()
    this.topics.set(topic, known)
    for (const change of changes) known.set(change.key, { at, change })
  }

  forget(topic: string) {
    this.topics.delete(topic)
  }

  /** Brings an answer that has just arrived up to what the topic has said since. */
  onto<H extends Held>(topic: string, held: H): H {
    const later = [...(this.topics.get(topic)?.values() ?? [])].filter(({ at }) => at > held.position)
    if (later.length === 0) return held
    const position = Math.max(...later.map(({ at }) => at))
    return patched(held, position, later.map(({ change }) => change))
  }
}

export function sinkInto(queries: QueryClient, latest: Latest) {
  return {
    apply(topic: string, position: number, changes: Change[]) {
      latest.put(topic, position, changes)
      for (const [key, held] of queries.getQueriesData<Held>({ queryKey: [LIVE, topic] })) {
        if (held) queries.setQueryData(key, patched(held, position, changes))
      }
    },
    reload(topic: string) {
      latest.forget(topic)
      void queries.invalidateQueries({ queryKey: [LIVE, topic] })
    },
  }
}
