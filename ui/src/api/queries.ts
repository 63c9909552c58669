import { QueryClient, keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { Latest, keyOf, sinkInto, type Held } from '../live/cache'
import { Live } from '../live/live'
import { stomp } from '../live/stomp'
import { useMoment, type Moment } from '../moment'
import { Failed, at, get, getAll, type Parameters } from './client'
import type {
  Answer, GroupEntry, One, Page, ReadEntry, RecommendationEntry, ReportEntry, ReviewEntry, TrailEntry,
} from './rows'

const retried = (times: number, failure: Error) => failure instanceof Failed && failure.passing && times < 2

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: retried, refetchOnWindowFocus: false, staleTime: 60_000, gcTime: 30 * 60_000 } },
})

const latest = new Latest()
export const live = new Live(stomp(), sinkInto(queries, latest))

/** Resolves once the topic shows what was recorded at the position; false if that takes longer than three seconds. */
export const waitForPosition = (topic: string, position: number) => live.waitFor(topic, position)

export const TOPICS = {
  reviews: '/topic/reviews',
  groups: '/topic/groups',
  trail: '/topic/trail',
  recommendations: (review: string) => `/topic/recommendations.${review}`,
}

/** Keeps a topic up to date for as long as the page shows the present. */
export function useLive(topic: string) {
  const { past } = useMoment()
  useEffect(() => (past ? undefined : live.join(topic)), [topic, past])
}

/** Where an answer of the past is kept: by the moment and what was asked for. */
export const pastKey = ({ asOf = '', knownAt = '' }: Pick<Moment, 'asOf' | 'knownAt'>, topic: string, name: string) => ['past', asOf, knownAt, topic, name]

/**
 * One answer of the server. In the present it is read once and then kept up to date by its topic; at a moment of the past it
 * is read once and never goes stale.
 */
function useView<A extends Held>(topic: string, name: string, ask: (signal: AbortSignal, moment: Moment) => Promise<A>) {
  const moment = useMoment()
  useLive(topic)
  const query = useQuery({
    queryKey: moment.past ? pastKey(moment, topic, name) : keyOf(topic, name),
    queryFn: async ({ signal }) => {
      const held = await ask(signal, moment)
      return moment.past ? held : latest.onto(topic, held)
    },
    staleTime: Infinity,
    placeholderData: moment.past ? keepPreviousData : undefined,
  })
  const { data, dataUpdatedAt, isPlaceholderData } = query
  const [epoch, position] = [data?.epoch, data?.position]
  const seeding = !moment.past && !isPlaceholderData
  useEffect(() => {
    if (seeding && epoch !== undefined && position !== undefined) live.seed(topic, epoch, position)
  }, [seeding, topic, epoch, position, dataUpdatedAt]) // asked anew, the answer may be the same and still be the beginning
  return query
}

export type Read<A> = UseQueryResult<A, Error>

export function useReviews(): Read<Page<ReviewEntry>> {
  return useView(TOPICS.reviews, 'list', (signal, moment) =>
    getAll<ReviewEntry, Page<ReviewEntry>>('/api/reviews', at(moment), signal))
}

export function useReview(review: string): Read<One<ReviewEntry>> {
  return useView(TOPICS.reviews, `one ${review}`, (signal, moment) =>
    get<One<ReviewEntry>>(`/api/reviews/${encodeURIComponent(review)}`, at(moment), signal))
}

export function useRecommendations(review: string): Read<Page<RecommendationEntry>> {
  return useView(TOPICS.recommendations(review), 'list', (signal, moment) =>
    getAll<RecommendationEntry, Page<RecommendationEntry>>('/api/recommendations', { review, ...at(moment) }, signal))
}

export function useRecommendation(review: string, number: string): Read<One<RecommendationEntry>> {
  return useView(TOPICS.recommendations(review), `one ${number}`, (signal, moment) =>
    get<One<RecommendationEntry>>(
      `/api/recommendations/${encodeURIComponent(review)}/${encodeURIComponent(number)}`, at(moment), signal))
}

export function useGroups(): Read<Page<GroupEntry>> {
  return useView(TOPICS.groups, 'list', (signal, moment) =>
    getAll<GroupEntry, Page<GroupEntry>>('/api/groups', at(moment), signal))
}

export function useGroup(code: string): Read<One<GroupEntry>> {
  return useView(TOPICS.groups, `one ${code}`, (signal, moment) =>
    get<One<GroupEntry>>(`/api/groups/${encodeURIComponent(code)}`, at(moment), signal))
}

/** What ICANN org reported on a recommendation, newest first, page by page; asked anew when something is recorded of it. */
export function useReports({ key, row: { version } }: RecommendationEntry) {
  const moment = useMoment()
  return useInfiniteQuery({
    queryKey: ['reports', key, version, moment.asOf, moment.knownAt],
    queryFn: ({ signal, pageParam }) =>
      get<Page<ReportEntry>>(`/api/recommendations/${key.split('/').map(encodeURIComponent).join('/')}/reports`, { limit: 20, cursor: pageParam, ...at(moment) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

/** What concerns a body and was recorded, or happened, since a day, page by page; the cursor pins the moment of the first. */
export function useChanges(code: string, since: string, axis: 'recorded' | 'effective') {
  const { data } = useGroup(code)
  const moment = useMoment()
  return useInfiniteQuery({
    // asked anew when what the body's page shows has changed
    queryKey: ['changes', code, since, axis, moment.asOf, moment.knownAt, data?.position],
    queryFn: ({ signal, pageParam }) =>
      get<Page<TrailEntry>>(`/api/groups/${encodeURIComponent(code)}/changes`, { since, axis, limit: 50, cursor: pageParam, ...at(moment) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
}

export type TrailFilter = { review?: string; stream?: string; type?: string; actingFor?: string; text?: string }

/** The newest facts, kept up to date; `undefined` filter values mean any. */
export function useTrail(filter: TrailFilter, limit: number): Read<Page<TrailEntry>> {
  const name = `${limit} ${Object.entries(filter).filter(([, value]) => value).join(' ')}`
  return useView(TOPICS.trail, name, (signal, moment) =>
    get<Page<TrailEntry>>('/api/trail', { ...filter, limit, ...at(moment) }, signal))
}

/** The log, newest first, page by page; the cursor pins the moment of the first page. */
export function useLog(filter: TrailFilter) {
  const moment = useMoment()
  return useInfiniteQuery({
    queryKey: ['log', filter, moment.asOf, moment.knownAt],
    queryFn: ({ signal, pageParam }) =>
      get<Page<TrailEntry>>('/api/trail', { ...filter, limit: 100, cursor: pageParam, ...at(moment) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next,
    staleTime: Infinity,
  })
}

/** A row as it was known at a position; undefined where it did not exist then. */
export function useKnownAt(path: string, position: number, enabled: boolean) {
  return useQuery({
    queryKey: ['known', path, position],
    queryFn: async ({ signal }) => {
      try {
        return (await get<One<ReadEntry>>(path, { knownAt: position }, signal)).entry
      } catch (failure) {
        if (failure instanceof Failed && failure.status === 404) return null
        throw failure
      }
    },
    enabled,
    staleTime: Infinity,
  })
}

/** The views that can be asked why a value is so, and a value of theirs: the key of its row and the pointer to it. */
export type View = 'reviews' | 'recommendations'
export interface Explained {
  view: View
  of: string
  pointer: string
}

const CAUSES = 5

/** The events that set a value, the last first; of what is computed, how. */
export type Reasons = Page<TrailEntry> & { formula?: string; unit?: string; computedFrom?: string[] }

/** The events that set a value as it is at the moment shown, the last first. In the present it is asked anew each time. */
export function useWhy({ view, of, pointer }: Explained): Read<Reasons> {
  const moment = useMoment()
  const key = of.split('/').map(encodeURIComponent).join('/')
  return useQuery({
    queryKey: ['why', view, of, pointer, moment.asOf, moment.knownAt],
    queryFn: ({ signal }) => get<Reasons>(`/api/why/${view}/${key}`, { pointer, limit: CAUSES, ...at(moment) }, signal),
    ...(moment.past ? { staleTime: Infinity } : { staleTime: 0, gcTime: 0 }),
  })
}

/** One recorded event. Events never change, so it is asked for once. */
export function useEvent(position: number | undefined): Read<TrailEntry | undefined> {
  return useQuery({
    queryKey: ['event', position],
    queryFn: async ({ signal }) =>
      (await get<Page<TrailEntry>>('/api/trail', { position }, signal)).rows[0],
    enabled: position !== undefined,
    staleTime: Infinity,
  })
}

/** Anything else that is read at the moment shown. */
export function useAnswer<A>(path: string, parameters: Parameters, enabled = true): Read<A & Answer> {
  const moment = useMoment()
  const all = { ...parameters, ...at(moment) }
  return useQuery({
    queryKey: ['answer', path, all],
    queryFn: ({ signal }) => get<A & Answer>(path, all, signal),
    enabled,
    staleTime: moment.past ? Infinity : 60_000,
  })
}

const noNames: Record<string, string> = {}

/** Names of people; they live outside the log and can be blanked, then the id is shown. */
export function usePeople(): (id: string) => string {
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => get<{ people: Record<string, string> }>('/api/people', {}, signal),
    staleTime: 60_000,
  })
  const names = data?.people ?? noNames
  return useMemo(() => (id: string) => names[id] || id, [names])
}

/** Everything is asked anew when the day changes: what is late depends on it. */
export function useNewDay(day: string) {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => {
      if (new Date().toISOString().slice(0, 10) !== day) void client.invalidateQueries()
    }, 60_000)
    return () => clearInterval(timer)
  }, [client, day])
}
