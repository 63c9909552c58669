import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { I18n, type Language } from '../src/i18n'
import { Value } from '../src/kit/Value'
import { readSearch } from '../src/moment'

vi.mock('../src/live/stomp', () => ({ stomp: () => ({ start: () => {}, subscribe: () => () => {} }) }))

const day = { on: '2018-03-02', precision: 'DAY' as const }
const fact = (position: number, type: string, occurredOn: string) => ({
  key: String(position),
  row: {
    position, eventId: `e${position}`, stream: 'review/ssr2', review: 'ssr2', version: 1, type, recordedAt: '2026-11-24T10:00:00Z', recordedBy: 'm-duarte',
    actingFor: 'TEAM', authenticated: false, payload: { on: { occurredOn, precision: 'DAY', by: { role: 'TEAM' } }, reviewId: 'ssr2' },
  },
})

let asked: string[]
let answer: () => Promise<Response>
const says = (body: unknown, status = 200) => async () => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const causes = (...rows: unknown[]) => says({ position: 40, epoch: 'e', asOf: '2026-11-24', knownAt: 40, pointer: '/row/reports/draftOn', rows })

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('/api/why/')) {
      asked.push(url)
      return answer()
    }
    return says(url.startsWith('/api/people') ? { people: { 'm-duarte': 'Maria Duarte' } } : { rows: [] })()
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(at = '/', row: object = { reports: { draftOn: day } }, language: Language = 'en', pointer = '/row/reports/draftOn') {
  const root = createRootRoute({ validateSearch: raw => readSearch(raw) })
  const entry = { key: 'ssr2/1.1', row, standing: { slipDays: 12, later: 3 } }
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => <p>Draft: <Value view="recommendations" entry={entry} pointer={pointer} label="Draft report">2 Mar 2018</Value></p> })
  const router = createRouter({
    history: createMemoryHistory({ initialEntries: [at] }), routeTree: root.addChildren([page]),
    parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <I18n language={language}><RouterProvider router={router as never} /></I18n>
    </QueryClientProvider>,
  )
  await screen.findByText(/Draft:/)
  return userEvent.setup()
}
const control = () => screen.getByRole('button', { name: /Draft report/ })

describe('A value', () => {
  it('that is computed says how, in the reader\'s language, before the events that it is computed from', async () => {
    answer = says({ position: 40, epoch: 'e', asOf: '2026-11-24', knownAt: 40, formula: 'Words of the server', unit: 'days', computedFrom: ['/row/milestones'], rows: [fact(7, 'ScopeAgreed', '2018-03-02')] })
    const user = await show('/', { reports: { draftOn: day } }, 'en', '/standing/slipDays')
    await user.click(control())
    expect(await screen.findByText(/less the day of its first plan, in days/)).toBeTruthy()
    expect(screen.queryByText('Words of the server')).toBeNull()
  })
  it('that this screen has no words for is computed in those of the server, with its unit', async () => {
    answer = says({ position: 40, epoch: 'e', asOf: '2026-11-24', knownAt: 40, formula: 'Words of the server', unit: 'days', rows: [fact(7, 'ScopeAgreed', '2018-03-02')] })
    const user = await show('/', { reports: { draftOn: day } }, 'zh', '/standing/later')
    await user.click(control())
    expect((await screen.findByText('Words of the server (days)')).lang).toBe('en')
  })
  it('asks why it is so when that is opened, not before, and tells what set it last first', async () => {
    answer = causes(fact(30, 'DraftReportPublished', '2018-03-02'), fact(20, 'ReviewTeamConvened', '2017-03-02'))
    const user = await show()
    expect(asked).toEqual([])
    await user.click(control())
    const dialog = await screen.findByRole('dialog', { name: 'Why is this so?' })
    await screen.findByText(/Event 30, recorded by Maria Duarte/)
    expect(asked).toEqual(['/api/why/recommendations/ssr2/1.1?pointer=%2Frow%2Freports%2FdraftOn&limit=5'])
    expect(dialog.textContent).toContain('Happened 2 Mar 2018')
    expect(screen.getByRole('link', { name: 'Open in history' }).getAttribute('href')).toBe('/history?event=%2230%22')
    expect([...dialog.querySelectorAll('.why-l li')].map(({ textContent }) => textContent)).toEqual([expect.stringContaining('2 Mar 2017')])
  })
  it('is opened by the keyboard, which comes back to it', async () => {
    answer = causes(fact(30, 'DraftReportPublished', '2018-03-02'))
    const user = await show()
    control().focus()
    await user.keyboard('{Enter}')
    await screen.findByText(/Event 30/)
    await user.keyboard('{Escape}')
    await vi.waitFor(() => expect(document.activeElement).toBe(control()))
  })
  it('asks at the moment that the page shows', async () => {
    answer = causes()
    const user = await show('/?asOf=2018-06-01&knownAt=2020-01-01')
    await user.click(control())
    await screen.findByText('No event on record sets this value.')
    expect(asked[0]).toContain('&limit=5&asOf=2018-06-01&knownAt=2020-01-01')
  })
  it('says that it asks', async () => {
    answer = () => new Promise(() => {})
    const user = await show()
    await user.click(control())
    await screen.findByText('Loading…')
  })
  it('says what could not be read, and asks again', async () => {
    answer = says({ title: 'out of order' }, 400)
    const user = await show()
    await user.click(control())
    await screen.findByText('out of order')
    answer = causes(fact(30, 'DraftReportPublished', '2018-03-02'))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(/Event 30/)
    expect(asked).toHaveLength(2)
  })
  it('that is absent has nothing to ask for', async () => {
    await show('/', { reports: {} })
    expect(screen.queryByRole('button')).toBeNull()
  })
})
