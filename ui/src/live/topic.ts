/** What the server sends on a topic: an answer to the subscription first, then frames. */
export interface Message {
  kind: 'snapshot' | 'missed' | 'reload' | 'frame'
  epoch: string
  position: number
  previous?: number
  view: string
  changes?: Change[]
  why?: string
}

/** A row as it is now; null if there is none any more. */
export interface Change {
  key: string
  row: unknown
  standing?: unknown
  stoppedAt?: number
  /** the position of the last event about the row */
  at?: number
}

/** What a topic makes of a message. */
export type Outcome =
  | { kind: 'applied'; changes: Change[]; position: number; answered: boolean }
  | { kind: 'duplicate' }
  | { kind: 'gap' }
  | { kind: 'reload' }

/**
 * Which decisions after a position an answer brings. A decision is known by its own position, the same on each topic by which
 * it comes; of a row that several changed, and of one that does not say, the last one is known.
 */
export function decisionsOf(answer: { position: number; changes: Change[] }, after: number): number[] {
  return answer.changes.map(({ at }) => at ?? answer.position).filter(position => position > after)
}

/**
 * How far one topic has been read. Pure bookkeeping, no socket: it says whether a message joins on to what is known, came
 * before, leaves a hole, or belongs to another log.
 */
export class Reading {
  constructor(
    public epoch: string,
    public position: number,
  ) {}

  /** What a subscription names, so that the server can answer with what was missed. */
  headers(): Record<string, string> {
    return { epoch: this.epoch, position: String(this.position) }
  }

  take(message: Message): Outcome {
    if (message.kind === 'reload' || message.epoch !== this.epoch) return { kind: 'reload' }
    if (message.kind === 'frame') {
      if (message.position <= this.position) return { kind: 'duplicate' }
      if ((message.previous ?? 0) > this.position) return { kind: 'gap' }
    }
    this.position = Math.max(this.position, message.position)
    return { kind: 'applied', changes: message.changes ?? [], position: message.position, answered: message.kind !== 'frame' }
  }
}
