import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Possible, ReadEntry } from '../src/api/rows'
import { I18n, type Language } from '../src/i18n'
import { readSearch } from '../src/moment'
import { Home } from '../src/pages/home/Home'
import { OrganisationPage } from '../src/pages/org/Organisation'
import { RecommendationPage } from '../src/pages/recommendation/Recommendation'
import { ReviewPage } from '../src/pages/review/Review'
import { changesBetween } from '../src/pages/history/changes'
import { valueAt } from '../src/pointer'

vi.mock('../src/live/stomp', () => ({ stomp: () => ({ start: () => {}, subscribe: () => () => {} }) }))

const recorded = path.join(import.meta.dirname, '../../query-service/src/test/resources/recorded-rows')
const read = (view: string) => JSON.parse(readFileSync(path.join(recorded, `${view}.json`), 'utf8')) as ReadEntry[]
const views = { reviews: read('reviews'), recommendations: read('recommendations'), groups: read('groups'), trail: read('trail') }

/** Of what is never absent, another value. */
const OTHER: Record<string, string> = { '/standing/state': 'CLOSED', '/standing/stage': 'SCOPING', '/standing/health': 'DONE', '/standing/disposition': 'NONE' }

const other = (pointers: string[], entry: ReadEntry): Possible[] =>
  pointers.map(pointer => ({ pointer, values: [valueAt(entry, pointer), OTHER[pointer] ?? null], facts: [3] }))
const standing = (entry: ReadEntry) => Object.keys(entry.standing ?? {}).map(name => `/standing/${name}`)

/** What a row is by, which is never in doubt. */
const IDENTITY = /^\/row\/(printedAs|name|review|number|recommendation|version|last|group|kind)\b/

/** How nearly nothing of an entry is known: each leaf by itself, or each field as a whole. */
const doubts: Record<string, (entry: ReadEntry) => Possible[]> = {
  'every leaf may be absent': entry => other([...changesBetween(undefined, { row: entry.row }).filter(leaf => !IDENTITY.test(leaf)), ...standing(entry)], entry),
  'every field may be absent': entry => other([...Object.keys(entry.row as object).map(name => `/row/${name}`).filter(field => !IDENTITY.test(field)), ...standing(entry)], entry),
}

/** Everything of an entry that may be, and is not certain: the row begins with nothing in it. */
function mayBeAll(entry: ReadEntry): ReadEntry {
  const row = entry.row as Record<string, unknown>
  const own = Object.entries(row).filter(([name, value]) => typeof value === 'object' && name !== 'last' && value !== null)
  return { ...entry, row: Object.fromEntries(Object.entries(row).filter(([name]) => !own.some(([other]) => other === name))), possible: own.map(([name, value]) => ({ pointer: `/row/${name}`, values: [null, value], facts: [3] })) }
}

/** Late in every way: the review, a milestone and a clock of it, what a recommendation waits for, and what is asked of a body. */
function late(entry: ReadEntry): ReadEntry {
  const row = entry.row as Record<string, unknown>
  const due = { date: '2022-01-31', precision: 'DAY' }
  if ('group' in row) {
    return { ...entry, row: { ...row, waiting: { '1': { what: 'ENDORSEMENT', review: 'ssr2', group: entry.key, since: '2022-01-01', dueOn: '2022-01-31', verb: 'endorse-scope' } } } }
  }
  if ('recommendation' in row) return { ...entry, standing: { disposition: 'PENDING', waitingFor: [{ what: 'BOARD_ACTION', owner: 'BOARD', since: '2022-01-01', ageDays: 364, dueOn: '2022-01-31', late: true }] } }
  return {
    ...entry,
    row: { ...row, milestones: { draft: { name: 'Draft', firstPlan: due, forecast: due } } },
    standing: { ...(entry.standing as object), stage: 'IMPLEMENTING', state: 'UNDER_WAY', health: 'LATE', clocks: [{ clock: 'BOARD_ACTION', dueOn: '2022-01-31', late: true, daysLate: 334 }] },
  }
}

let serve: (entry: ReadEntry) => ReadEntry
let without: number | undefined
const moment = { position: 40, epoch: 'e', asOf: '2022-12-31', knownAt: 40 }
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
  vi.stubGlobal('fetch', async (url: string) => {
    const [, , view = '', ...key] = (url.split('?')[0] ?? '').split('/')
    const stamp = { ...moment, without }
    const rows = (views[view as keyof typeof views] ?? []).map(entry => (view === 'trail' ? entry : serve(entry)))
    const reports = [{ key: '7', row: (views.recommendations[0]?.row as { status: unknown }).status }]
    const body = key.at(-1) === 'reports' ? { ...stamp, total: 1, rows: reports } : view === 'people' ? { people: {} } : key.length > 0 && key.at(-1) !== 'changes' ? { ...stamp, entry: rows.find(entry => entry.key === key.join('/')) } : { ...stamp, total: rows.length, rows: key.length > 0 ? [] : rows }
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => {
  cleanup()
  without = undefined
  vi.unstubAllGlobals()
})

async function page(at: string, language: Language = 'en'): Promise<HTMLElement> {
  const root = createRootRoute({ validateSearch: raw => readSearch(raw), errorComponent: ({ error }) => <h1>broken: {String(error)}</h1> })
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/', component: Home }),
    createRoute({ getParentRoute: () => root, path: '/reviews/$review', component: ReviewPage }),
    createRoute({ getParentRoute: () => root, path: '/reviews/$review/recommendations/$number', component: RecommendationPage }),
    createRoute({ getParentRoute: () => root, path: '/org/$code', component: OrganisationPage }),
  ]
  const router = createRouter({
    history: createMemoryHistory({ initialEntries: [at] }), routeTree: root.addChildren(routes),
    parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  })
  const { container } = render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <I18n language={language}><RouterProvider router={router as never} /></I18n>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  await vi.waitFor(() => expect(container.querySelector('.skel')).toBeNull())
  return container
}

const PAGES = ['/?asOf=2022-12-31', '/reviews/ssr2?asOf=2022-12-31', '/reviews/ssr2/recommendations/1.1?asOf=2022-12-31', '/org/SSAC?asOf=2022-12-31']

describe.each(PAGES)('The page %s', at => {
  it('says nothing of days not on record where all is known', async () => {
    serve = entry => entry
    const shown = await page(at)
    expect(shown.querySelector('.dnr')).toBeNull()
    expect(shown.textContent).not.toMatch(/not on record\b.*day|\[object|undefined|broken:/)
  })
  it('says how many decisions of a later release it is without', async () => {
    serve = entry => entry
    without = 3
    expect((await page(at)).textContent).toContain('Without 3 decisions recorded by a later release')
  })
  it('says that it is late where that is known', async () => {
    serve = late
    expect((await page(at)).querySelector('.late')).not.toBeNull()
  })
  it.each(Object.keys(doubts))('accuses nobody and breaks nowhere where %s', async doubt => {
    serve = entry => ({ ...late(entry), possible: doubts[doubt]?.(late(entry)) })
    const shown = await page(at)
    expect(shown.querySelector('h1')?.textContent).not.toContain('broken')
    expect(shown.querySelector('.dnr')).not.toBeNull()
    expect(shown.querySelector('.late')).toBeNull()
    expect(shown.textContent).not.toMatch(/\[object|undefined/)
  })
  it('shows what may be there and is not certain', async () => {
    serve = mayBeAll
    const shown = await page(at, 'zh')
    expect(shown.querySelector('h1')?.textContent).not.toContain('broken')
    expect(shown.textContent).toContain('日期无记录')
    expect(shown.textContent).not.toMatch(/\[object|undefined/)
  })
})

it.each([['en', 'before event 17'], ['zh', '事件 17 之前']] as const)('A row that could not be read to its end says so (%s)', async (language, words) => {
  serve = entry => ({ ...entry, stoppedAt: 17 })
  for (const at of PAGES.slice(1)) {
    const shown = await page(at, language)
    expect(shown.textContent).toContain(words)
    expect(shown.querySelector('.notice a')?.getAttribute('href')).toContain('/history?event=')
    cleanup()
  }
})

const wait = (more: object = {}) => ({ what: 'ENDORSE_SCOPE', review: 'ssr2', group: 'SSAC', since: '2022-01-01', verb: 'endorse-scope', ...more })
const asked = (waiting: object, ...possible: Possible[]) => (entry: ReadEntry): ReadEntry =>
  (entry.key === 'SSAC' ? { ...entry, row: { ...(entry.row as object), waiting }, possible } : entry)
const absent = (key: string) => ({ pointer: `/row/waiting/${key}`, values: [wait(), null], facts: [3] })

describe('The page of a body', () => {
  it.each([
    [asked({ a: wait() }, absent('a')), 'At most 1 decision waits for SSAC: day not on record.'],
    [asked({ a: wait(), b: wait(), c: wait() }, absent('a')), '2 to 3 decisions wait for SSAC, 1 of them with the day not on record.'],
    [asked({ a: wait(), b: wait() }), '2 decisions wait for SSAC.'],
    [asked({}), 'Nothing waits for SSAC.'],
  ])('counts from what certainly waits to what may wait (%#)', async (served, words) => {
    serve = served
    expect((await page('/org/SSAC?asOf=2022-12-31')).querySelector('.lead')?.textContent).toContain(words)
  })
  it('says of what is late on each day that it may be due how late it is at least', async () => {
    serve = asked({ a: wait({ dueOn: '2022-06-30' }) }, { pointer: '/row/waiting/a/dueOn', values: ['2022-06-30', '2022-12-21'], facts: [3] })
    const shown = await page('/org/SSAC?asOf=2022-12-31')
    expect(shown.querySelector('.todo .late')?.textContent).toBe('at least 10 days late')
    expect(shown.querySelector('.lead')?.textContent).toContain('1 is late.')
  })
  it('says the day of what waits where only something else of it is not known', async () => {
    serve = asked({ a: wait({ dueOn: '2022-12-21' }) }, { pointer: '/row/waiting/a/since', values: ['2022-01-01', '2022-02-01'], facts: [3] })
    const shown = await page('/org/SSAC?asOf=2022-12-31')
    expect(shown.querySelector('.todo .late')?.textContent).toBe('10 days late')
    expect(shown.querySelector('.todo .dnr')).toBeNull()
  })
  it('counts recommendations that concern it from the least to the most', async () => {
    serve = entry => (entry.key === 'SSAC'
      ? { ...entry, row: { ...(entry.row as object), reviews: { ssr2: { addressed: 3 } } }, possible: [{ pointer: '/row/reviews/ssr2/addressed', values: [3, 4, 5], facts: [3] }] }
      : entry)
    const shown = await page('/org/SSAC?asOf=2022-12-31')
    expect([...shown.querySelectorAll('.matrix td .cnt')].map(one => one.textContent)).toContain('3–5')
    expect(shown.querySelector('.matrix a[aria-label*="3 to 5 recommendations"]')).not.toBeNull()
  })
})

it.each([['en', '6 decisions say that they came after others', /name as before them/], ['zh', '有 6 项决定', /在前事项/]] as const)(
  'A row whose events contradict their order says so, and opens each of them (%s)', async (language, words, said) => {
    serve = entry => ({ ...entry, contradictions: [3, 5, 7, 9, 11, 13] })
    for (const at of PAGES.slice(1, 3)) {
      const shown = await page(at, language)
      const notice = [...shown.querySelectorAll('.notice')].find(one => one.textContent?.includes(words))
      expect(notice).toBeDefined()
      await userEvent.click(notice!.querySelector('button')!)
      const answer = await screen.findByRole('dialog')
      await vi.waitFor(() => expect(answer.textContent).toMatch(said))
      expect(answer.textContent).not.toMatch(/The day is not on record of|日期无记录/)
      expect(answer.querySelectorAll('li')).toHaveLength(5)
      await userEvent.click([...answer.querySelectorAll('button')].at(-1)!)
      expect(answer.querySelectorAll('li')).toHaveLength(6)
      cleanup()
    }
  })

it.each([['en', 'on record by 25 Jan 2021; not known since when'], ['zh', '2021年1月25日']] as const)(
  'What is not there yet says by when it is on record, and leads there (%s)', async (language, words) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ status: 404, detail: 'words of the server', onRecordBy: '2021-01-25' }), { status: 404 }))
    const shown = await page('/reviews/ssr2?asOf=2019-12-31', language)
    expect(shown.querySelector('.notice')?.textContent).toContain(words)
    expect(shown.textContent).not.toContain('words of the server')
    expect(shown.querySelector('a[href*="asOf=2021-01-25"]')).not.toBeNull()
  })
