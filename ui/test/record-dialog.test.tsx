import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actAs } from '../src/acting'
import { I18n, type Language } from '../src/i18n'
import { RecordOnRecommendation, RecordOnReview } from '../src/record/RecordDialog'
import { readSearch } from '../src/moment'

vi.mock('../src/live/stomp', () => ({ stomp: () => ({ start: () => {}, subscribe: () => () => {} }) }))

type Answer = { status?: number; body: unknown }
let answers: Record<string, (request: { body: any; headers: Record<string, string> }) => Answer>
let sent: { path: string; body: any; headers: Record<string, string> }[]

const stamp = { position: 40, epoch: 'e', asOf: '2026-11-24', knownAt: 40 }
const last = { position: 39, type: 'ScopeSharedWithLeadership', stream: 'review/ssr2', on: { on: '2026-11-01', precision: 'DAY' } }
const reviewRow = {
  review: 'ssr2', printedAs: 'SSR2', name: 'Second review', stage: 'SCOPE_SHARED', decisions: 0, version: 7, last,
  scope: { version: 2 }, milestones: { 'draft-report': { name: 'Draft report', firstPlan: { date: '2027-01-31', precision: 'DAY' } } },
}
const recommendationRow = { recommendation: 'ssr2/1.1', review: 'ssr2', number: '1.1', printedAs: '1.1', stage: 'FINAL', version: 3, last, parts: {} }
const text = { type: 'string', minLength: 1 }
const group = { type: 'string', enum: ['ASO', 'CCNSO', 'GNSO', 'ALAC', 'GAC', 'RSSAC', 'SSAC', 'CPH', 'NCPH', 'RRSG', 'RYSG'] }
const planned = { type: 'object', properties: { date: { type: 'string', format: 'date' }, precision: { type: 'string', enum: ['DAY'] } }, required: ['date'] }
const post = (verb: string, properties: object, required: string[]) => [`/${verb}`, {
  post: { 'x-verb': verb, 'x-stream': 'review', 'x-group': 'x', requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { on: {}, ...properties }, required: ['on', ...required] } } } } },
}]
const openapi = { paths: Object.fromEntries([
  post('endorse-scope', { scopeVersion: { type: 'integer' }, group, conditions: text }, ['scopeVersion', 'group']),
  post('raise-scope-concern', { scopeVersion: { type: 'integer' }, group, concern: text }, ['scopeVersion', 'group', 'concern']),
  post('prioritize-recommendation', { priority: { type: 'string', enum: ['PREREQUISITE', 'HIGH', 'MEDIUM', 'LOW'] }, rationale: text }, ['priority']),
  post('reach-milestone', { milestone: text }, ['milestone']),
  post('reschedule-milestone', { milestone: text, dueOn: planned }, ['milestone', 'dueOn']),
  post('record-board-action', { part: text, disposition: { type: 'string', enum: ['APPROVED', 'REJECTED', 'PENDING', 'PASSED_THROUGH'] }, resolution: text, rationale: text, passedTo: { type: 'array', items: group } }, ['disposition']),
  post('pause-review', {}, []),
  post('retract-review-fact', { means: { type: 'string', enum: ['NEVER_HAPPENED', 'EARLIER_WAS_RIGHT'] }, also: { type: 'array', items: text } }, []),
]) }

const receipt = (position: number, version: number) => ({ status: 201, body: { eventId: `e${position}`, position, version } })

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  sent = []
  actAs({ person: 'm-duarte', actingFor: 'SOAC:GNSO' })
  answers = {
    '/commands/openapi.json': () => ({ body: openapi }),
    '/api/people': () => ({ body: { people: { 'm-duarte': 'Maria Duarte' } } }),
    '/api/reviews/ssr2': () => ({ body: { ...stamp, entry: { key: 'ssr2', row: reviewRow, standing: {} } } }),
    '/api/recommendations/ssr2/1.1': () => ({ body: { ...stamp, entry: { key: 'ssr2/1.1', row: recommendationRow, standing: {} } } }),
    '/commands/try': ({ body }) => ({
      body: { results: body.commands.map((command: any) => {
        const { on, ...own } = command.body
        const type = { 'endorse-scope': 'ScopeEndorsed', 'raise-scope-concern': 'ScopeConcernRaised', 'prioritize-recommendation': 'RecommendationPrioritized', 'reschedule-milestone': 'MilestoneRescheduled', 'record-board-action': 'BoardActionRecorded', 'retract-review-fact': 'ReviewFactRetracted' }[String(command.path.split('/').at(-1))] ?? 'ReviewPaused'
        return { line: command.line, event: { type, payload: { on, ...own, ...(type === 'BoardActionRecorded' ? { part: own.part ?? 'whole' } : {}) } } }
      }) },
    }),
  }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = url.split('?')[0] ?? ''
    const body = init.body ? JSON.parse(init.body as string) : undefined
    const headers = init.headers as Record<string, string>
    if (init.method && init.method !== 'GET') sent.push({ path, body, headers })
    const { status = 200, body: said } = answers[path]?.({ body, headers }) ?? { status: 404, body: { title: 'nothing there' } }
    return new Response(JSON.stringify(said), { status, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(at: string, language: Language = 'en') {
  const root = createRootRoute({ validateSearch: raw => ({ ...readSearch(raw), corrects: raw.corrects as string | undefined }), component: Outlet })
  const review = createRoute({ getParentRoute: () => root, path: '/reviews/$review', component: () => <><h1>the page</h1><Outlet /></> })
  const recommendation = createRoute({ getParentRoute: () => root, path: '/reviews/$review/recommendations/$number', component: () => <><h1>the page</h1><Outlet /></> })
  const router = createRouter({
    history: createMemoryHistory({ initialEntries: [at] }),
    routeTree: root.addChildren([
      review.addChildren([createRoute({ getParentRoute: () => review, path: 'record/$verb', component: RecordOnReview })]),
      recommendation.addChildren([createRoute({ getParentRoute: () => recommendation, path: 'record/$verb', component: RecordOnRecommendation })]),
    ]),
    parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <I18n language={language}><RouterProvider router={router as never} /></I18n>
    </QueryClientProvider>,
  )
  const dialog = await screen.findByRole('dialog')
  return { router, dialog, user: userEvent.setup() }
}

const button = (name: string) => screen.findByRole('button', { name })

describe('Recording', () => {
  it('shows the sentence and the event before anything is recorded, and sends it on the version that was seen', async () => {
    answers['/commands/reviews/ssr2/endorse-scope'] = () => receipt(41, 8)
    const { user, dialog } = await open('/reviews/ssr2/record/endorse-scope')
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('GNSO endorsed the scope of SSR2, version 2')
    expect(sent.map(({ path }) => path)).toEqual(['/commands/try'])
    await user.click(await button('Record decision'))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toMatchObject({
      path: '/commands/reviews/ssr2/endorse-scope',
      headers: { 'If-Match': '"7"', 'Waymark-Person': 'm-duarte', 'Waymark-Acting-For': 'SOAC:GNSO' },
      body: { on: { by: { role: 'SOAC', group: 'GNSO' } }, scopeVersion: 2, group: 'GNSO' },
    })
    expect(sent[1]?.headers['Idempotency-Key']).toBe(sent[0]?.body.commands[0].key)
  })

  it('says that the view is catching up when it does not show the event in time', async () => {
    answers['/commands/reviews/ssr2/pause-review'] = () => receipt(41, 8)
    const { user } = await open('/reviews/ssr2/record/pause-review')
    await user.click(await button('Review before recording'))
    await user.click(await button('Record decision'))
    await screen.findByText('Recorded; the view is catching up', {}, { timeout: 5_000 })
  }, 10_000)

  it('shows a refusal with its rule in the language of the reader, and what would open the way', async () => {
    answers['/commands/try'] = () => ({ body: { results: [{ line: '0', refusal: { rule: 'THE_DAY_HAS_BEGUN', detail: 'Not yet', parameters: {}, nextStep: 'endorse-scope' } }] } })
    const { user, dialog } = await open('/reviews/ssr2/record/pause-review', 'zh')
    await user.click(await button('记录前核对'))
    await within(dialog).findByText('尚未发生的事不能记录：这一天在地球上任何地方都还没有开始。')
    expect(screen.queryByRole('button', { name: '记录决定' })).toBeNull()
    await user.click(await button('可先完成：认可工作范围'))
    await screen.findByRole('dialog', { name: /认可工作范围/ })
  })

  it('lists what is missing on top and takes the focus there', async () => {
    const { user, dialog } = await open('/reviews/ssr2/record/raise-scope-concern')
    await user.click(await button('Review before recording'))
    const summary = await within(dialog).findByRole('alert')
    expect(summary.textContent).toContain('There is 1 problem')
    await waitFor(() => expect(document.activeElement).toBe(summary))
    await user.click(within(summary).getByText('Concern: this is needed'))
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
    expect(sent).toEqual([])
  })

  it('turns an endorsement into a concern without losing what was typed', async () => {
    const { user, dialog } = await open('/reviews/ssr2/record/endorse-scope')
    await user.click(await within(dialog).findByLabelText('Raise a concern'))
    await user.type(await within(dialog).findByLabelText(/^Concern/), 'Too wide')
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('GNSO raised a concern about the scope of SSR2, version 2')
    expect(sent[0]?.body.commands[0]).toMatchObject({ path: '/commands/reviews/ssr2/raise-scope-concern', body: { concern: 'Too wide' } })
  })

  it('asks for the conditions of an endorsement with conditions', async () => {
    const { user, dialog } = await open('/reviews/ssr2/record/endorse-scope')
    await user.click(await within(dialog).findByLabelText('Endorse with conditions'))
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('Conditions: this is needed', { selector: 'a' })
  })

  it('sets a priority by the keys 1, 2 and 3, and records by Ctrl and Enter', async () => {
    answers['/commands/reviews/ssr2/recommendations/1.1/prioritize-recommendation'] = () => receipt(41, 4)
    const { user, dialog } = await open('/reviews/ssr2/recommendations/1.1/record/prioritize-recommendation')
    await within(dialog).findByLabelText('High')
    await user.keyboard('2')
    expect((within(dialog).getByLabelText('Medium') as HTMLInputElement).checked).toBe(true)
    within(dialog).getByLabelText('Medium').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(dialog).findByText('GNSO set SSR2 1.1 to Medium priority')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(sent.at(-1)?.path).toBe('/commands/reviews/ssr2/recommendations/1.1/prioritize-recommendation'))
  })

  it('moves a milestone of the plan', async () => {
    const { user, dialog } = await open('/reviews/ssr2/record/reach-milestone')
    await user.selectOptions(await within(dialog).findByLabelText(/^Milestone/), 'draft-report')
    within(dialog).getByText('first plan 31 Jan 2027, now 31 Jan 2027')
    await user.click(within(dialog).getByLabelText('It is rescheduled'))
    const due = await within(dialog).findByRole('group', { name: /^Due/ })
    await user.type(within(due).getByLabelText('Day'), '15')
    await user.type(within(due).getByLabelText('Month'), '3')
    await user.type(within(due).getByLabelText('Year'), '2027')
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('Milestone Draft report of SSR2 was moved to 15 Mar 2027')
  })

  it('records what the Board does part by part, each on the version before it', async () => {
    let version = 3
    answers['/commands/reviews/ssr2/recommendations/1.1/record-board-action'] = () => receipt(40 + ++version, version)
    actAs({ person: 'chair', actingFor: 'BOARD' })
    const { user, dialog } = await open('/reviews/ssr2/recommendations/1.1/record/record-board-action')
    await user.click(await button('Add another part'))
    const [one, two] = await within(dialog).findAllByRole('region')
    await user.type(within(one!).getByLabelText(/^Part/), '1')
    await user.click(within(one!).getByLabelText('Approved'))
    await user.type(within(two!).getByLabelText(/^Part/), '2')
    await user.click(within(two!).getByLabelText('Pending'))
    await user.type(within(two!).getByLabelText(/^Rationale/), 'More work')
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('The Board approved SSR2 1.1, part 1')
    await user.click(await button('Record decision'))
    await waitFor(() => expect(sent).toHaveLength(3))
    expect(sent.slice(1).map(({ headers }) => headers['If-Match'])).toEqual(['"3"', '"4"'])
    expect(sent[2]?.headers['Idempotency-Key']).toBe(`${sent[1]?.headers['Idempotency-Key']}-2`)
  })

  it('shows what others recorded in between, and records after it when told to', async () => {
    const theirs = { position: 41, eventId: 'x', type: 'ReviewPaused', stream: 'review/ssr2', version: 8, recordedAt: '2026-11-24T10:00:00Z', recordedBy: 'anna', actingFor: 'BOARD', payload: { on: { occurredOn: '2026-11-24', precision: 'DAY', by: { role: 'BOARD' } } } }
    answers['/commands/reviews/ssr2/endorse-scope'] = ({ headers }) =>
      headers['If-Match'] === '"7"' ? { status: 412, body: { type: '/conflict', title: 'Others recorded first', events: [theirs] } } : receipt(42, 9)
    const { user, dialog } = await open('/reviews/ssr2/record/endorse-scope')
    await user.click(await button('Review before recording'))
    await user.click(await button('Record decision'))
    await within(dialog).findByText('The Board paused SSR2')
    within(dialog).getByText('GNSO endorsed the scope of SSR2, version 2')
    await user.click(await button('Keep mine: record after theirs'))
    await waitFor(() => expect(sent.at(-1)?.headers['If-Match']).toBe('"8"'))
  })

  it('keeps a draft over a reload, and forgets it when told to', async () => {
    const first = await open('/reviews/ssr2/record/pause-review')
    await first.user.type(await within(first.dialog).findByLabelText(/^Reason/), 'Board letter')
    cleanup()
    const second = await open('/reviews/ssr2/record/pause-review')
    expect((await within(second.dialog).findByLabelText(/^Reason/) as HTMLTextAreaElement).value).toBe('Board letter')
    await second.user.click(await button('Start over'))
    expect((within(second.dialog).getByLabelText(/^Reason/) as HTMLTextAreaElement).value).toBe('')
  })

  it('keeps what was typed when the server can not be reached, and sends it again under the same key', async () => {
    let reached = false
    answers['/commands/reviews/ssr2/pause-review'] = () => {
      if (!reached) throw new TypeError('network')
      return receipt(41, 8)
    }
    const { user, dialog } = await open('/reviews/ssr2/record/pause-review')
    await user.click(await button('Review before recording'))
    await user.click(await button('Record decision'))
    await within(dialog).findByText(/The server could not be reached/)
    reached = true
    await user.click(await button('Record decision'))
    await waitFor(() => expect(sent).toHaveLength(3))
    expect(sent[2]?.headers['Idempotency-Key']).toBe(sent[1]?.headers['Idempotency-Key'])
  })

  it('asks who acts before anything else', async () => {
    actAs(undefined)
    const { dialog } = await open('/reviews/ssr2/record/pause-review')
    await within(dialog).findByText('Before you record anything, say who you act for.')
  })

  it('records nothing in the past and says why', async () => {
    const { dialog } = await open('/reviews/ssr2/record/pause-review?asOf=2018-01-15')
    await within(dialog).findByText('You are looking at the past. Return to the present to record a decision.')
    expect(within(dialog).queryByText('Review before recording')).toBeNull()
  })

  it('asks an archivist who decided and how good the source is', async () => {
    actAs({ person: 'ark', actingFor: 'ARCHIVIST' })
    const { user, dialog } = await open('/reviews/ssr2/record/pause-review')
    await user.selectOptions(await within(dialog).findByLabelText(/^Who decided/), 'BOARD')
    await user.click(within(dialog).getByLabelText(/^Secondary/))
    await user.click(await button('Review before recording'))
    await within(dialog).findByText('The Board paused SSR2')
    expect(sent[0]?.body.commands[0].body.on).toMatchObject({ by: { role: 'BOARD' }, attested: { grade: 'SECONDARY' } })
  })

  it('retracts an event by another one that names it', async () => {
    const row = { position: 17, eventId: 'e17', stream: 'review/ssr2', review: 'ssr2', version: 1, type: 'ReviewPaused', recordedAt: '2026-11-24T10:00:00Z', authenticated: false, payload: { on: { occurredOn: '2017-10-01', precision: 'MONTH', by: { role: 'BOARD' } } } }
    const other = (position: number, type: string, corrects?: string) =>
      ({ key: String(position), row: { ...row, position, eventId: `e${position}`, type, payload: { on: { ...row.payload.on, corrects } } } })
    const rows = [{ key: '17', row }, other(18, 'ReviewRestarted'), other(19, 'ReviewDeferred'), other(20, 'ReviewDeferred', 'e19'), other(21, 'ReviewFactRetracted', 'e16')]
    answers['/api/trail'] = () => ({ body: { ...stamp, total: 5, rows } })
    const { user, dialog } = await open('/reviews/ssr2/record/retract-review-fact?corrects=17')
    await within(dialog).findByText('This retracts event 17; both stay visible: The Board paused SSR2')
    const group = await within(dialog).findByRole('group', { name: /^Facts that never happened either/ })
    await user.click(within(group).getByText('Choose among the other facts'))
    expect(within(group).getAllByRole('checkbox')).toHaveLength(2) // neither itself, nor what is corrected, nor a retraction
    await user.click(within(group).getByRole('checkbox', { name: /restarted/ }))
    await user.type(within(dialog).getByLabelText(/^Reason/), 'Never happened')
    await user.click(await button('Review before recording'))
    await button('Record retraction')
    await within(dialog).findByText('A fact about SSR2 was retracted, and 1 other with it: Never happened')
    expect(sent[0]?.body.commands[0].body.also).toEqual(['e18'])
    expect(sent[0]?.body.commands[0].body.on).toMatchObject({ corrects: 'e17', occurredOn: '2017-10-01', precision: 'MONTH', reason: 'Never happened' })
  })
})
