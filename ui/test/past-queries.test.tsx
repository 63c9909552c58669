import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, it, vi } from 'vitest'
import { useGroups, useRecommendation, useReviews } from '../src/api/queries'

vi.mock('../src/moment', () => ({ useMoment: () => ({ past: true, asOf: '2022-12-31' }) }))
vi.mock('../src/live/stomp', () => ({ stomp: () => ({ start: () => {}, subscribe: () => () => {} }) }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Lists of two views, and a recommendation of the same number in two reviews, on one page. */
function Keys() {
  const lists = [useReviews(), useGroups()].map(({ data }) => data?.rows[0]?.key)
  const entries = [useRecommendation('ssr2', '1'), useRecommendation('cct1', '1')].map(({ data }) => data?.entry.key)
  return <p>{[...lists, ...entries].join(' ')}</p>
}

it('Answers of the past are kept apart by what was asked for', async () => {
  vi.stubGlobal('fetch', async (url: string) => {
    const key = (url.split('?')[0] ?? '').replace('/api/', '')
    return new Response(JSON.stringify({ epoch: 'e1', position: 7, entry: { key }, rows: [{ key }] }), { headers: { 'Content-Type': 'application/json' } })
  })
  render(<QueryClientProvider client={new QueryClient()}><Keys /></QueryClientProvider>)
  await screen.findByText('reviews groups recommendations/ssr2/1 recommendations/cct1/1')
})
