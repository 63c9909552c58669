import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  retainSearchParams,
  stringifySearchWith,
} from '@tanstack/react-router'
import { readSearch, textOf as text } from './moment'
import { Broken } from './pages/Broken'
import { Shell } from './shell/Shell'

/** What a page's own address may say. */
export interface HomeSearch {
  kind?: 'specific' | 'organizational' | 'pilot'
  show?: 'late' | 'risk' | 'open'
}
export interface OrganisationSearch {
  since?: string
  axis?: 'recorded' | 'effective'
}
export interface HistorySearch {
  review?: string
  stream?: string
  type?: string
  actingFor?: string
  text?: string
  event?: string
}

export interface RecordSearch {
  /** the position of the event that is corrected or retracted */
  corrects?: string
}

const oneOf = <T extends string>(value: unknown, ...words: T[]) => words.find(word => word === value)

const root = createRootRoute({
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt', 'lang', 'theme'])] },
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: lazyRouteComponent(() => import('./pages/NotFound'), 'NotFound'),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (raw: Record<string, unknown>): HomeSearch => ({
    kind: oneOf(raw.kind, 'specific', 'organizational', 'pilot'),
    show: oneOf(raw.show, 'late', 'risk', 'open'),
  }),
  component: lazyRouteComponent(() => import('./pages/home/Home'), 'Home'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$review',
  component: lazyRouteComponent(() => import('./pages/review/Review'), 'ReviewPage'),
})

const recommendation = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$review/recommendations/$number',
  component: lazyRouteComponent(() => import('./pages/recommendation/Recommendation'), 'RecommendationPage'),
})

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/org/$code',
  validateSearch: (raw: Record<string, unknown>): OrganisationSearch => ({
    since: text(raw.since)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0],
    axis: oneOf(raw.axis, 'recorded', 'effective'),
  }),
  component: lazyRouteComponent(() => import('./pages/org/Organisation'), 'OrganisationPage'),
})

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: (raw: Record<string, unknown>): HistorySearch => ({
    review: text(raw.review),
    stream: text(raw.stream),
    type: text(raw.type),
    actingFor: text(raw.actingFor),
    text: text(raw.text),
    event: text(raw.event)?.match(/^\d+$/)?.[0],
  }),
  component: lazyRouteComponent(() => import('./pages/history/History'), 'HistoryPage'),
})

const recordSearch = (raw: Record<string, unknown>): RecordSearch => ({ corrects: text(raw.corrects)?.match(/^\d+$/)?.[0] })

/** Recording is a dialog over the page, with an address of its own so that it can be linked. */
const recordOnReview = createRoute({
  getParentRoute: () => review,
  path: 'record/$verb',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('./record/RecordDialog'), 'RecordOnReview'),
})

const recordOnRecommendation = createRoute({
  getParentRoute: () => recommendation,
  path: 'record/$verb',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('./record/RecordDialog'), 'RecordOnRecommendation'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home, review.addChildren([recordOnReview]), recommendation.addChildren([recordOnRecommendation]), organisation, history,
  ]),
  parseSearch: parseSearchWith(value => value),
  stringifySearch: stringifySearchWith(String),
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
