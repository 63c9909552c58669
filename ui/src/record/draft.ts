import type { Acting } from '../acting'
import { roleOf } from '../acting'
import type { Command } from '../api/commands'
import type { Occurrence } from '../api/rows'
import { today } from '../days'
import { dateOf, isEmptyDate, partsOf, type DateParts } from './dates'
import { bodyOf, emptyOf, wrongOf, type Field, type Values, type Wrong } from './fields'
import { isRetraction, pathOf, recommendationStream, type Stream } from './streams'

/** A form that is being filled in: everything typed, and the key under which it is recorded once however often it is sent. */
export interface Draft {
  key: string
  verb: string
  /** one set of values per command: the Board may act on several parts in one sitting */
  entries: Values[]
  date: DateParts
  reason: string
  address: string
  title: string
  grade: string
  byRole: string
  byGroup: string
  /** the number of a recommendation that doesn't exist yet */
  number: string
  /** names of people that the record doesn't know yet */
  names: Record<string, string>
  corrects?: string
  /** the version of the stream that the form was filled in on */
  version?: number
}

export const newKey = () => crypto.randomUUID()

export function newDraft(verb: string, fields: Field[], acting: Acting): Draft {
  const { role, group } = roleOf(acting.actingFor)
  const values = emptyOf(fields)
  for (const field of fields) {
    if (field.kind === 'group' && group) values[field.name] = group
    if (field.kind === 'person' && field.name === 'person' && role === 'MEMBER') values[field.name] = acting.person
  }
  return {
    key: newKey(), verb, entries: [values], date: partsOf(today()), reason: '', address: '', title: '', grade: '', byRole: '', byGroup: '',
    number: '', names: {},
  }
}

/** What a recorded occurrence would be typed as. */
export const typedFrom = (on: Occurrence): Pick<Draft, 'date' | 'address' | 'title' | 'grade' | 'byRole' | 'byGroup'> => ({
  date: partsOf(on.occurredOn, on.precision),
  address: on.evidence?.[0]?.address ?? '',
  title: on.evidence?.[0]?.title ?? '',
  grade: on.attested?.grade ?? '',
  byRole: on.by.role,
  byGroup: on.by.group ?? '',
})

export const isArchivist = (acting: Acting) => roleOf(acting.actingFor).role === 'ARCHIVIST'

/** A command on a recommendation that is asked for on its review's page has the number typed in. */
export const asksForNumber = ({ number }: Stream, verb: string) => number === undefined && verb === 'draft-recommendation'

const targetOf = (stream: Stream, draft: Draft): Stream =>
  asksForNumber(stream, draft.verb) ? recommendationStream(stream.review, draft.number.trim().toLowerCase()) : stream

function occurrenceOf(draft: Draft, acting: Acting): Record<string, unknown> {
  const when = dateOf(draft.date)
  const { role, group } = roleOf(acting.actingFor)
  const by = isArchivist(acting)
    ? { role: draft.byRole, ...(draft.byGroup && takesGroup(draft.byRole) ? { group: draft.byGroup } : {}) }
    : { role, ...(group ? { group } : {}) }
  return {
    occurredOn: when?.date ?? '',
    precision: when?.precision ?? 'DAY',
    ...(draft.address.trim() ? { evidence: [{ address: draft.address.trim(), ...(draft.title.trim() ? { title: draft.title.trim() } : {}) }] } : {}),
    ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
    by,
    ...(draft.corrects ? { corrects: draft.corrects } : {}),
    ...(isArchivist(acting) ? { attested: { grade: draft.grade } } : {}),
  }
}

export const takesGroup = (role: string) => role === 'SOAC' || role === 'MEMBER'

/** The commands a draft stands for, each with its own key. */
export function commandsOf(stream: Stream, draft: Draft, fields: Field[], acting: Acting): (Command & { key: string; stream: string })[] {
  const target = targetOf(stream, draft)
  return draft.entries.map((values, index) => ({
    path: pathOf(target, draft.verb),
    stream: target.stream,
    key: index === 0 ? draft.key : `${draft.key}-${index + 1}`,
    body: { on: occurrenceOf(draft, acting), ...bodyOf(fields, values) },
  }))
}

export interface WrongInForm {
  path: string
  why: Wrong['why'] | 'future' | 'address'
}

/** What is wrong before the server is asked. Paths are those of the fields: `0.dueOn` for the first entry, `on.…` for the rest. */
export function wrongIn(stream: Stream, draft: Draft, fields: Field[], acting: Acting): WrongInForm[] {
  const wrong: WrongInForm[] = draft.entries.flatMap((values, index) => wrongOf(fields, values, `${index}.`))
  draft.entries.forEach((values, index) => {
    if (values.withConditions === 'yes' && !String(values.conditions ?? '').trim()) wrong.push({ path: `${index}.conditions`, why: 'needed' })
  })
  if (asksForNumber(stream, draft.verb) && !draft.number.trim()) wrong.unshift({ path: 'number', why: 'needed' })
  const when = dateOf(draft.date)
  if (isEmptyDate(draft.date)) wrong.push({ path: 'on.date', why: 'needed' })
  else if (!when) wrong.push({ path: 'on.date', why: 'date' })
  else if (Date.parse(`${when.date}T00:00:00+14:00`) > Date.now()) wrong.push({ path: 'on.date', why: 'future' })
  if ((isRetraction(draft.verb) || draft.corrects) && !draft.reason.trim()) wrong.push({ path: 'on.reason', why: 'needed' })
  if (draft.address.trim() && !/^https?:\/\/\S+$/.test(draft.address.trim())) wrong.push({ path: 'on.address', why: 'address' })
  if (isArchivist(acting)) {
    if (!draft.byRole) wrong.push({ path: 'on.by', why: 'needed' })
    else if (draft.byRole === 'SOAC' && !draft.byGroup) wrong.push({ path: 'on.byGroup', why: 'needed' })
    if (!draft.grade) wrong.push({ path: 'on.grade', why: 'needed' })
  }
  return wrong
}

// ---- drafts survive a reload of the page, in this window only

const slot = (stream: Stream, verb: string, corrects: string | undefined) => `waymark.draft.${stream.stream}.${verb}${corrects ? `.${corrects}` : ''}`

export function keptDraft(stream: Stream, verb: string, corrects?: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(slot(stream, verb, corrects))
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(stream: Stream, verb: string, corrects: string | undefined, draft: Draft | undefined) {
  try {
    if (draft) sessionStorage.setItem(slot(stream, verb, corrects), JSON.stringify(draft))
    else sessionStorage.removeItem(slot(stream, verb, corrects))
  } catch {
    // a browser without storage forgets; the form works all the same
  }
}
