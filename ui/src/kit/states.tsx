import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Failed } from '../api/client'
import type { Read } from '../api/queries'
import { useT } from '../i18n'

/** The frame of what is to come, in its final height, so that nothing jumps when it arrives. */
export function Skeleton({ heights }: { heights: number[] }) {
  const { t } = useT()
  return (
    <div className="skel" role="status" aria-busy="true">
      <span className="sr">{t('state.loading')}</span>
      {heights.map((height, index) => <i key={index} style={{ blockSize: height }} />)}
    </div>
  )
}

/** What could not be read, why, and a way to ask again; the rest of the page goes on working. */
export function Unread({ error, retry }: { error: Error; retry: () => void }) {
  const { t, date } = useT()
  const firstDay = error instanceof Failed ? error.problem.firstDay : undefined
  return (
    <div className="notice failed" role="alert">
      <h2>{t('state.failed')}</h2>
      <p className="sub">{error.message}</p>
      <div className="form-f">
        <Button className="btn" onPress={retry}>{t('state.retry')}</Button>
        {firstDay && (
          <Link className="btn" to="." search={before => ({ ...before, asOf: firstDay, knownAt: undefined }) as never}>
            {t('state.firstDay', { date: date(firstDay) })}
          </Link>
        )}
      </div>
    </div>
  )
}

/** Pending and failed in one place; empty and full are the page's own words. */
export function Shown<A>({ read, heights, children }: { read: Read<A>; heights: number[]; children: (answer: A) => ReactNode }) {
  if (read.data !== undefined) return <>{children(read.data)}</>
  if (read.isError) return <Unread error={read.error} retry={() => void read.refetch()} />
  return <Skeleton heights={heights} />
}
