import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { TOPICS, usePeople } from '../api/queries'
import type { Occurrence, Page, ReviewEntry } from '../api/rows'
import type { PlannedDate } from '../days'
import { useT, type Speaker } from '../i18n'
import { groupName } from '../kit/groups'
import { keyOf } from '../live/cache'

/** What happened, as recorded or about to be: a row of the trail is one, a preview is another. */
export interface Told {
  type: string
  stream: string
  payload: { on: Occurrence } & Record<string, unknown>
}

/** Names that only the reader's page knows. */
export interface Names {
  person: (id: string) => string
  review: (id: string) => string
}

/** The choice of a message for what isn't there; no source uses the word so. */
const ABSENT = 'absent'

const CONSTANTS: Record<string, string> = {
  level: 'level', priority: 'priority', status: 'status', answer: 'answer', effect: 'effect', subject: 'subject', body: 'body',
  position: 'position',
}
const BODIES = new Set(['group', 'groups', 'passedTo'])
const PEOPLE = new Set(['person', 'successor', 'owner', 'leaders', 'shepherds', 'members'])
const RECOMMENDATIONS = new Set(['into', 'supplementedBy'])
const TALLIES = [['approvedAfter', 'approved'], ['rejectedAfter', 'rejected'], ['pendingAfter', 'pending'], ['passedThroughAfter', 'passedThrough']] as const

/** A short name such as `draft-report` as people read it. */
export function nameOfSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a milestone is called; a source that gave it no name but the short one gave it none. */
export const milestoneName = (slug: string, name: string | undefined) => (name && name !== slug ? name : nameOfSlug(slug))

/** `ssr2/1.1` as people cite it: SSR2 1.1. */
export function citedRecommendation(id: string, review: (id: string) => string): string {
  const [of = '', number = ''] = id.split('/')
  return `${review(of)} ${number.toUpperCase()}`
}

/** In whose name: "GNSO", "The review team". */
export function decidedBy({ t, word }: Speaker, by: Occurrence['by']): string {
  if (!by.group) return word('capacity', by.role)
  return by.role === 'MEMBER' ? t('capacity.member', { group: groupName(by.group) }) : groupName(by.group)
}

const isPlanned = (value: unknown): value is PlannedDate => typeof value === 'object' && value !== null && 'date' in value && 'precision' in value

function shown(speaker: Speaker, names: Names, type: string, field: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (isPlanned(value)) return speaker.planned(value)
  if (Array.isArray(value)) {
    const items = value.map(item => shown(speaker, names, type, field, item)).filter(item => item !== undefined)
    return items.length > 0 ? speaker.list(items) : undefined
  }
  if (typeof value === 'object') {
    if ('inFavour' in value) return speaker.t('tally.vote', value as unknown as Record<string, number>)
    if ('milestone' in value && 'dueOn' in value) {
      const planned = value as { milestone: string; name?: string; dueOn: PlannedDate }
      return `${milestoneName(planned.milestone, planned.name)} ${speaker.planned(planned.dueOn)}`
    }
    return 'person' in value ? names.person(String(value.person)) : undefined
  }
  if (typeof value !== 'string') return String(value)
  if (field === 'priority' && type === 'CommunityPriorityAssigned') return speaker.word('communityPriority', value)
  if (CONSTANTS[field]) return speaker.word(CONSTANTS[field], value)
  if (BODIES.has(field)) return groupName(value)
  if (PEOPLE.has(field)) return names.person(value)
  if (RECOMMENDATIONS.has(field) && value.includes('/')) return citedRecommendation(value, names.review)
  if (field === 'assessedBy') return names.review(value)
  return field === 'milestone' || field === 'period' ? nameOfSlug(value) : value
}

function tallies({ t, list }: Speaker, payload: Told['payload']): string | undefined {
  const counts = TALLIES.flatMap(([field, of]) => (payload[field] === undefined ? [] : [t(`tally.${of}`, { n: Number(payload[field]) })]))
  return counts.length > 0 ? t('tally.unit', { counts: list(counts), unit: String(payload.unit) }) : undefined
}

/** Chinese puts no space between two of its own characters; messages have one around what may be Latin. */
const tight = (text: string) => text.replace(/(?<=[\p{sc=Han}，。：；、（）]) +(?=[\p{sc=Han}，。：；、（）])/gu, '')

/** One sentence for a fact, in the reader's language: "GNSO endorsed the scope of SSR2, version 1". */
export function sentence(speaker: Speaker, names: Names, { type, stream, payload }: Told): string {
  const [, review = '', number] = stream.split('/')
  const of = names.review(review)
  const values: Record<string, string | number> = {
    review: of,
    rec: number === undefined ? of : citedRecommendation(`${review}/${number}`, names.review),
    by: decidedBy(speaker, payload.on.by),
    reason: payload.on.reason ?? ABSENT,
    counts: tallies(speaker, payload) ?? ABSENT,
    count: [payload.milestones, payload.recommendations].find(Array.isArray)?.length ?? 0,
    along: Array.isArray(payload.also) ? payload.also.length : 0,
  }
  for (const field of OPTIONAL) values[field] = ABSENT
  for (const [field, value] of Object.entries(payload)) {
    const text = shown(speaker, names, type, field, value)
    if (text !== undefined) values[field] = text
  }
  const key = `event.${type}`
  const plain = speaker.has(key) ? speaker.t(key, values) : `${type}: ${stream}`
  const told = payload.on.corrects && !type.endsWith('FactRetracted') ? speaker.t('event.correction', { sentence: plain }) : plain
  return speaker.language === 'zh' ? tight(told) : told
}

/** Fields that a sentence leaves out when they are not given. */
const OPTIONAL = [
  'dueOn', 'until', 'closesOn', 'endorseBy', 'size', 'person', 'successor', 'group', 'attendees', 'conditions', 'submissions',
  'recommendationCount', 'title', 'vote', 'members', 'groups', 'passedTo', 'resolution', 'percent', 'outcome',
]

/** Names of reviews as printed, as far as the page has read them. */
export function useNames(): Names {
  const client = useQueryClient()
  const person = usePeople()
  return useMemo(() => ({
    person,
    review: id => {
      const list = client.getQueryData<Page<ReviewEntry>>(keyOf(TOPICS.reviews, 'list'))
      return list?.rows.find(({ key }) => key === id)?.row.printedAs ?? id.toUpperCase()
    },
  }), [client, person])
}

export function useSentence(): (told: Told) => string {
  const speaker = useT()
  const names = useNames()
  return useMemo(() => told => sentence(speaker, names, told), [speaker, names])
}

