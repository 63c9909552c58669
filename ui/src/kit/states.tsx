import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Failed, type Problem } from '../api/client'
import type { Read } from '../api/queries'
import type { Answer, ReadEntry } from '../api/rows'
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
export function Unread({ error, retry, page }: { error: Error; retry: () => void; page?: boolean }) {
  const { t, date } = useT()
  const Heading = page ? 'h1' : 'h2'
  const absent = error instanceof Failed && error.status === 404
  const { firstDay, onRecordBy }: Problem = error instanceof Failed ? error.problem : {}
  const since = firstDay ?? onRecordBy
  return (
    <div className="notice failed" role="alert">
      <Heading>{t(absent ? 'state.absent' : 'state.failed')}</Heading>
      {onRecordBy ? <p className="sub">{t('state.since', { date: date(onRecordBy) })}</p> : <p className="sub" lang="en">{error.message}</p>}
      <div className="form-f">
        {absent ? <Link className="btn" to="/">{t('state.toReviews')}</Link> : <Button className="btn" onPress={retry}>{t('state.retry')}</Button>}
        {since && (
          <Link className="btn" to="." search={before => ({ ...before, asOf: since, knownAt: undefined }) as never}>
            {t(firstDay ? 'state.firstDay' : 'state.onRecordBy', { date: date(since) })}
          </Link>
        )}
      </div>
    </div>
  )
}

/** Says of a row that could not be read to its end how far it is shown, and leads to the event it stopped at. */
export function Stopped({ entry: { stoppedAt, stoppedBy } }: { entry: ReadEntry }) {
  const { t, number } = useT()
  if (stoppedAt === undefined) return null
  const n = number(stoppedAt)
  return (
    <div className="notice failed" role="status">
      <h2>{t('state.stopped')}</h2>
      <p className="sub">{t(stoppedBy === 'RECORDED_BY_A_LATER_RELEASE' ? 'state.stoppedLater' : 'state.stoppedAt', { n })}</p>
      <Link className="link" to="/history" search={{ event: String(stoppedAt) }}>{t('state.stoppedOpen', { n })}</Link>
    </div>
  )
}

/** Says of an answer that it is without what a later release recorded: its counts and lists are short of that. */
function Without({ answer }: { answer: unknown }) {
  const { t } = useT()
  const n = (answer as Partial<Answer> | null)?.without ?? 0
  return n === 0 ? null : <p className="notice" role="status">{t('state.without', { n })}</p>
}

/** Pending and failed in one place; empty and full are the page's own words. */
export function Shown<A>(props: { read: Pick<Read<A>, 'data' | 'error'> & { refetch: () => unknown }; heights: number[]; page?: boolean; children: (answer: A) => ReactNode }) {
  const { read, heights, page, children } = props
  if (read.data !== undefined) return <><Without answer={read.data} />{children(read.data)}</>
  if (read.error) return <Unread error={read.error} retry={() => void read.refetch()} page={page} />
  return <Skeleton heights={heights} />
}
