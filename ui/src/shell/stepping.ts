import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { get } from '../api/client'
import { TOPICS, pastKey } from '../api/queries'
import type { Answer, Page, ReviewEntry } from '../api/rows'
import { dayOfMs, lastOf, msOf, plusDays, today } from '../days'
import { dayOf, useMoment, type Search } from '../moment'

/** How many facts there are, week by week; the week is named by its Monday. */
export interface Density extends Answer {
  weeks: { week: string; events: number }[]
}

/** The earliest day that can be looked back to: before the first review there is nothing to see. */
export const EARLIEST = '2009-09-30'

export const densityQuery = (to: string) => ({
  queryKey: ['density', to],
  queryFn: ({ signal }: { signal?: AbortSignal }) => get<Density>('/api/trail/density', { from: EARLIEST, to }, signal),
  staleTime: 10 * 60_000,
})

/** Moves among the moments: to the day before or after on which something was decided, or back to the present. */
export function useStepping() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const moment = useMoment()
  const day = dayOf(moment, today())
  const both = moment.knownAt !== undefined

  const show = useCallback(
    (to: string, asKnown: boolean) =>
      navigate({
        to: '.',
        replace: moment.past,
        resetScroll: false,
        search: before => ({ ...before, asOf: to, knownAt: asKnown ? to : undefined }) as Search as never,
      }),
    [navigate, moment.past],
  )

  const present = useCallback(
    () => void navigate({ to: '.', resetScroll: false, search: before => ({ ...before, asOf: undefined, knownAt: undefined }) as never }),
    [navigate],
  )

  const step = useCallback(
    async (direction: 1 | -1) => {
      /** The last day up to the given one on which a fact took effect. */
      const lastUpTo = async (asOf: string): Promise<string> => {
        const page = await client.fetchQuery({
          queryKey: pastKey({ asOf }, TOPICS.reviews, 'list'),
          queryFn: ({ signal }) => get<Page<ReviewEntry>>('/api/reviews', { asOf, limit: 500 }, signal),
          staleTime: Infinity,
        })
        return page.rows.map(({ row }) => lastOf(row.last.on)).reduce((a, b) => (a > b ? a : b), EARLIEST)
      }
      if (direction === -1) return show(await lastUpTo(plusDays(day, -1)), both)
      const { weeks } = await client.fetchQuery(densityQuery(today()))
      const week = weeks.find(({ week: from, events }) => events > 0 && plusDays(from, 6) > day)
      if (!week) return show(today(), both)
      // the first day of that week, after the day shown, on which something took effect
      let low = msOf(week.week > day ? week.week : plusDays(day, 1))
      let high = msOf(plusDays(week.week, 6))
      while (low < high) {
        const middle = low + Math.floor((high - low) / 2 / 86_400_000) * 86_400_000
        if ((await lastUpTo(dayOfMs(middle))) > day) high = middle
        else low = middle + 86_400_000
      }
      return show(dayOfMs(Math.min(low, msOf(today()))), both)
    },
    [client, day, both, show],
  )

  return { day, show, step, present }
}
