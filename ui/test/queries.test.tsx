import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { live, queries, useReviews } from '../src/api/queries'
import type { TransportListener } from '../src/live/live'
import type { Message } from '../src/live/topic'

vi.mock('../src/moment', () => ({ useMoment: () => ({ past: false }) }))
vi.mock('../src/live/stomp', () => ({
  stomp: () => ({
    start: (listener: TransportListener) => listener.connected(),
    subscribe(_topic: string, _headers: object, heard: (message: Message) => void) {
      asked()
      hear = heard
      return () => {}
    },
  }),
}))

const asked = vi.fn()
let hear: (message: Message) => void
const says = (kind: Message['kind']) => act(async () => hear({ kind, epoch: 'e1', position: 7, view: 'reviews' }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Names() {
  return <p>{useReviews().data?.rows.map(({ key }) => key)}</p>
}

it('A page told to reload is live again although the new answer is the same as the old one', async () => {
  const body = { epoch: 'e1', position: 7, total: 1, rows: [{ key: 'ssr2', row: {} }] }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))
  render(<QueryClientProvider client={queries}><Names /></QueryClientProvider>)
  await screen.findByText('ssr2')
  await says('missed')
  expect(live.getState().status).toBe('live')

  await says('reload')
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  await says('missed')
  expect(live.getState().status).toBe('live')
})
