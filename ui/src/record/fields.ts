import type { Schema } from '../api/commands'
import { GROUPS } from '../kit/groups'
import { dateOf, isEmptyDate, type DateParts } from './dates'

/** What one part of a form asks for. `name` is its place in the command's body. */
export type Field = { name: string; needed: boolean } & (
  | { kind: 'text' | 'long' | 'number' | 'planned' | 'group' | 'groups' | 'person' | 'people' | 'facts' | 'review' | 'recommendation' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'record' | 'list'; fields: Field[] }
)

/** What is typed in; a form holds one value per field of this shape. */
export type Value = string | string[] | DateParts | Values | Values[]
export interface Values {
  [name: string]: Value | undefined
}

/** Fields that hold sentences, not a word or a number. */
const LONG = new Set(['text', 'words', 'rationale', 'conditions', 'concern', 'issue', 'question', 'answer', 'successMeasures', 'outcome'])

const CODES = new Set(GROUPS.map(({ code }) => code))
const isGroup = (schema: Schema) => schema.enum !== undefined && schema.enum.length > 10 && schema.enum.every(code => CODES.has(code))
/** Ids of events: nobody types these, they are chosen among the facts of the stream. */
const areIds = ({ type, enum: options, format }: Schema) => type === 'string' && options === undefined && format === undefined
const isPlanned = (schema: Schema) => schema.type === 'object' && schema.properties?.date !== undefined && schema.properties.precision !== undefined

function fieldOf(name: string, schema: Schema, needed: boolean): Field {
  if (schema.type === 'array') {
    const items = schema.items ?? { type: 'string' }
    if (isGroup(items)) return { name, needed, kind: 'groups' }
    if (items.format === 'person-id') return { name, needed, kind: 'people' }
    if (areIds(items)) return { name, needed, kind: 'facts' }
    return { name, needed, kind: 'list', fields: fieldsOf(items) }
  }
  if (isPlanned(schema)) return { name, needed, kind: 'planned' }
  if (schema.type === 'object') return { name, needed, kind: 'record', fields: fieldsOf(schema) }
  if (isGroup(schema)) return { name, needed, kind: 'group' }
  if (schema.enum) return { name, needed, kind: 'choice', options: schema.enum }
  if (schema.type === 'integer') return { name, needed, kind: 'number' }
  if (schema.format === 'person-id') return { name, needed, kind: 'person' }
  if (schema.format === 'review-id') return { name, needed, kind: 'review' }
  if (schema.format === 'recommendation-id') return { name, needed, kind: 'recommendation' }
  return { name, needed, kind: LONG.has(name) ? 'long' : 'text' }
}

/** The fields of a command's form, without `on`, which every form asks for in the same way. */
export function fieldsOf(schema: Schema): Field[] {
  const needed = new Set(schema.required)
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== 'on')
    .map(([name, of]) => fieldOf(name, of, needed.has(name)))
}

export function emptyOf(fields: Field[]): Values {
  return Object.fromEntries(fields.map(field => [field.name, emptyValue(field)]))
}

export function emptyValue(field: Field): Value {
  switch (field.kind) {
    case 'planned': return { year: '', month: '', day: '', precision: 'DAY' }
    case 'groups':
    case 'people':
    case 'facts':
    case 'list': return []
    case 'record': return emptyOf(field.fields)
    default: return ''
  }
}

export function isEmpty(field: Field, value: Value | undefined): boolean {
  if (value === undefined) return true
  switch (field.kind) {
    case 'planned': return isEmptyDate(value as DateParts)
    case 'groups':
    case 'people':
    case 'facts':
    case 'list': return (value as unknown[]).length === 0
    case 'record': return field.fields.every(part => isEmpty(part, (value as Values)[part.name]))
    default: return (value as string).trim() === ''
  }
}

/** What is sent for a value; undefined for one that is left out. */
function sentOf(field: Field, value: Value | undefined): unknown {
  if (isEmpty(field, value)) return undefined
  switch (field.kind) {
    case 'planned': return dateOf(value as DateParts)
    case 'number': return Number(value)
    case 'groups':
    case 'people':
    case 'facts': return value
    case 'record': return bodyOf(field.fields, value as Values)
    case 'list': return (value as Values[]).map(item => bodyOf(field.fields, item))
    case 'recommendation':
    case 'review': return (value as string).trim().toLowerCase()
    default: return (value as string).trim()
  }
}

export function bodyOf(fields: Field[], values: Values): Record<string, unknown> {
  const sent = fields.map(field => [field.name, sentOf(field, values[field.name])] as const)
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined))
}

/** What is wrong with a field before the server is asked. */
export interface Wrong {
  /** where: `dueOn`, `milestones.0.name` */
  path: string
  why: 'needed' | 'number' | 'date' | 'slug'
}

/** Short names that people may cite, in lower case with hyphens. */
const SLUGS = new Set(['milestone', 'period'])
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

function wrongIn(field: Field, value: Value | undefined, path: string): Wrong[] {
  if (isEmpty(field, value)) return field.needed ? [{ path, why: 'needed' }] : []
  switch (field.kind) {
    case 'number': return /^\d{1,9}$/.test((value as string).trim()) ? [] : [{ path, why: 'number' }]
    case 'planned': return dateOf(value as DateParts) ? [] : [{ path, why: 'date' }]
    case 'record': return wrongOf(field.fields, value as Values, `${path}.`)
    case 'list': return (value as Values[]).flatMap((item, index) => wrongOf(field.fields, item, `${path}.${index}.`))
    case 'text': return SLUGS.has(field.name) && !SLUG.test((value as string).trim()) ? [{ path, why: 'slug' }] : []
    default: return []
  }
}

export function wrongOf(fields: Field[], values: Values, prefix = ''): Wrong[] {
  return fields.flatMap(field => wrongIn(field, values[field.name], prefix + field.name))
}

/** Puts what is recorded back into a form, to be corrected. */
export function valuesOf(fields: Field[], payload: Record<string, unknown>): Values {
  return Object.fromEntries(fields.map(field => [field.name, valueOf(field, payload[field.name])]))
}

function valueOf(field: Field, recorded: unknown): Value {
  if (recorded === undefined || recorded === null) return emptyValue(field)
  switch (field.kind) {
    case 'planned': {
      const { date, precision } = recorded as { date: string; precision: DateParts['precision'] }
      const [year = '', month = '', day = ''] = date.split('-')
      return { year, month, day, precision }
    }
    case 'groups':
    case 'people':
    case 'facts': return recorded as string[]
    case 'record': return valuesOf(field.fields, recorded as Record<string, unknown>)
    case 'list': return (recorded as Record<string, unknown>[]).map(item => valuesOf(field.fields, item))
    default: return String(recorded)
  }
}
