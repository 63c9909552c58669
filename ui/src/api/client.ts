import type { Moment } from '../moment'

/** A refusal or failure as the server words it: RFC 9457. */
export interface Problem {
  type?: string
  title?: string
  status?: number
  detail?: string
  firstDay?: string
  onRecordBy?: string
  [extension: string]: unknown
}

/** A request that was not answered with what was asked for. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
  }

  /** Asking again may help: the network, a view that is catching up, or a defect on the server. */
  get passing() {
    return this.status === 0 || this.status === 503 || this.status >= 500
  }
}

export type Parameters = Record<string, string | number | undefined>

export function address(path: string, parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export const at = ({ asOf, knownAt }: Moment): Parameters => ({ asOf, knownAt })

export async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem
  } catch {
    return { title: answer.statusText }
  }
}

/** Asks the query service. The browser keeps answers by their ETag; an unchanged one costs a 304. */
export async function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(address(path, parameters), { headers: { Accept: 'application/json' }, cache: 'no-cache', signal })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Failed(0, { title: cause instanceof Error ? cause.message : String(cause) })
  }
  if (!answer.ok) throw new Failed(answer.status, await problemOf(answer))
  return (await answer.json()) as T
}

/** Reads every page of a list: lists here are short, and a board of half the recommendations would be wrong. */
export async function getAll<E, P extends { rows: E[]; next?: string }>(
  path: string,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<P> {
  const first = await get<P>(path, { limit: 500, ...parameters }, signal)
  let { next } = first
  const rows = [...first.rows]
  while (next) {
    const page = await get<P>(path, { limit: 500, ...parameters, cursor: next }, signal)
    rows.push(...page.rows)
    next = page.next
  }
  return { ...first, rows, next: undefined }
}
