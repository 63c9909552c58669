import { acting, type Acting } from '../acting'
import type { Told } from '../words/sentence'
import { Failed, address, get, problemOf, type Problem } from './client'

/** Why something is not recorded: the rule that is not kept, and the command that would open the way. */
export interface Refused {
  rule: string
  detail: string
  parameters?: Record<string, unknown>
  nextStep?: string
}

/** A command as possible for a role, or the rule against it. */
export interface Possible extends Partial<Refused> {
  verb: string
  path: string
  possible: boolean
}

export interface Command {
  path: string
  body: Record<string, unknown>
}

export interface Receipt {
  eventId: string
  position: number
  version: number
}

/** What others recorded since the form was opened. */
export interface Between extends Told {
  position: number
  eventId: string
  version: number
  recordedAt: string
  recordedBy?: string
  actingFor?: string
}

/** What a command would become; nothing is recorded by asking. */
export type Tried =
  | { kind: 'event'; event: Pick<Told, 'type' | 'payload'> }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'malformed'; malformed: string }
  | { kind: 'already'; receipt: Receipt }

/** What became of a command that was sent. */
export type Sent =
  | { kind: 'recorded'; receipt: Receipt }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'conflict'; events: Between[] }
  | { kind: 'malformed'; malformed: string }

const actor = ({ person, actingFor }: Acting) => ({ 'Waymark-Person': person, 'Waymark-Acting-For': actingFor })

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    throw new Failed(0, { title: cause instanceof Error ? cause.message : String(cause) })
  }
}

const json = { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' }

export const possible = (stream: string, by: string, signal?: AbortSignal) =>
  get<{ commands: Possible[] }>('/commands/possible', { stream, by }, signal)

interface TryAnswer {
  results: { event?: Pick<Told, 'type' | 'payload'>; refusal?: Refused; malformed?: string; already?: Receipt }[]
}

/** Asks what each command would become on top of those before it. */
export async function rehearse(commands: (Command & { key?: string })[], by: Acting): Promise<Tried[]> {
  const lines = commands.map((command, index) => ({ line: String(index), ...command }))
  const answer = await ask('/commands/try', { method: 'POST', headers: { ...json, ...actor(by) }, body: JSON.stringify({ commands: lines }) })
  if (!answer.ok) throw new Failed(answer.status, await problemOf(answer))
  const { results } = (await answer.json()) as TryAnswer
  return results.map(({ event, refusal, malformed, already }): Tried => {
    if (event) return { kind: 'event', event }
    if (refusal) return { kind: 'refused', refused: refusal }
    if (already) return { kind: 'already', receipt: already }
    return { kind: 'malformed', malformed: malformed ?? '' }
  })
}

const refusedBy = (problem: Problem): Refused => ({
  rule: String(problem.rule ?? ''),
  detail: problem.detail ?? problem.title ?? '',
  parameters: problem.parameters as Record<string, unknown> | undefined,
  nextStep: problem.nextStep as string | undefined,
})

/** Sends one command. The key makes it safe to send again; the version makes sure nobody recorded in between. */
export async function send({ path, body }: Command, key: string, version: number | undefined, by: Acting): Promise<Sent> {
  const headers: Record<string, string> = { ...json, ...actor(by), 'Idempotency-Key': key }
  if (version !== undefined) headers['If-Match'] = `"${version}"`
  const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.ok) return { kind: 'recorded', receipt: (await answer.json()) as Receipt }
  const problem = await problemOf(answer)
  if (problem.rule !== undefined) return { kind: 'refused', refused: refusedBy(problem) }
  if (problem.type === '/conflict' || answer.status === 412) {
    return { kind: 'conflict', events: (problem.events as Between[] | undefined) ?? [] }
  }
  if (answer.status === 400 || answer.status === 422) return { kind: 'malformed', malformed: problem.detail ?? problem.title ?? '' }
  throw new Failed(answer.status, problem)
}

/** Gives a person a name; it is kept beside the log and can be taken away. */
export async function namePerson(id: string, name: string): Promise<void> {
  const by = acting()
  const headers = { ...json, ...(by ? actor(by) : {}) }
  const answer = await ask(address(`/commands/people/${encodeURIComponent(id)}`, {}), { method: 'PUT', headers, body: JSON.stringify({ name }) })
  if (!answer.ok) throw new Failed(answer.status, await problemOf(answer))
}

/** A schema as the server writes it: inline, of these few forms. */
export interface Schema {
  type: 'object' | 'array' | 'string' | 'integer' | 'boolean'
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: string[]
  format?: string
}

export interface CommandSchema {
  verb: string
  stream: string
  group: string
  schema: Schema
}

interface OpenApi {
  paths: Record<string, { post?: { 'x-verb': string; 'x-stream': string; 'x-group': string; requestBody: { content: { 'application/json': { schema: Schema } } } } }>
}

/** The form of every command, by verb. */
export async function commandSchemas(signal?: AbortSignal): Promise<Map<string, CommandSchema>> {
  const { paths } = await get<OpenApi>('/commands/openapi.json', {}, signal)
  const described = Object.values(paths).flatMap(({ post }) => (post ? [post] : []))
  return new Map(described.map(post => [post['x-verb'], {
    verb: post['x-verb'], stream: post['x-stream'], group: post['x-group'], schema: post.requestBody.content['application/json'].schema,
  }]))
}
