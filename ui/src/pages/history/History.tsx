import { useNavigate, useSearch } from '@tanstack/react-router'
import { Modal, ModalOverlay } from 'react-aria-components'
import { Button } from 'react-aria-components'
import { useLog, useReviews, useTrail, type TrailFilter } from '../../api/queries'
import type { TrailRow } from '../../api/rows'
import { useT } from '../../i18n'
import { useNarrow } from '../../kit/narrow'
import { Skeleton, Unread } from '../../kit/states'
import { useTitle } from '../../kit/title'
import type { HistorySearch } from '../../router'
import { useMoment } from '../../moment'
import { Fact } from './Fact'
import { Filters } from './Filters'
import { Lines } from './Lines'

/** Every recorded event, newest first; what comes in while it is read waits behind a button. */
export function HistoryPage() {
  const { t, date } = useT()
  useTitle(t('hist.title'))
  const search = useSearch({ strict: false }) as HistorySearch
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { past } = useMoment()
  useReviews() // the names of the reviews, for the filter and the sentences
  const filter: TrailFilter = { review: search.review, stream: search.stream, type: search.type, actingFor: search.actingFor, text: search.text }
  const log = useLog(filter)
  const head = useTrail({}, 1)
  const first = log.data?.pages[0]
  const rows = log.data?.pages.flatMap(page => page.rows) ?? []
  const fresh = past || !first ? 0 : (head.data?.rows ?? []).filter(({ row }) => row.position > first.position && matches(row, filter)).length
  const choose = (chosen: HistorySearch) =>
    void navigate({ to: '/history', replace: true, resetScroll: false, search: before => ({ ...before, ...chosen }) })
  const filtered = Object.values(filter).some(Boolean)
  const chosen = search.event === undefined ? (narrow ? undefined : rows[0]?.row.position) : Number(search.event)

  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('hist.title')}</h1>
          {first && <p className="lead">{t(first.total === undefined && log.hasNextPage ? 'hist.leadMore' : 'hist.lead', { n: first.total ?? rows.length, until: past ? t('hist.upTo', { date: date(first.asOf) }) : '' })}</p>}
        </div>
      </div>
      <Filters search={search} choose={choose}>
        {fresh > 0 && <Button className="btn fresh" onPress={() => void log.refetch()}>{t('hist.new', { n: fresh })}</Button>}
      </Filters>
      {log.isError ? <Unread error={log.error} retry={() => void log.refetch()} />
        : log.isPending ? <Skeleton heights={[40, 44, 44, 44, 44, 44, 44, 44]} />
        : rows.length === 0 ? <p className="empty">{t(filtered ? 'hist.noMatch' : 'hist.empty')}</p>
        : (
          <div className="hist">
            <Lines rows={rows} chosen={chosen} more={log.hasNextPage ? () => void log.fetchNextPage() : undefined} choose={position => choose({ event: String(position) })} />
            {!narrow && chosen !== undefined && <aside className="panel detail" aria-label={t('hist.event', { n: String(chosen) })}><Fact position={chosen} /></aside>}
          </div>
        )}
      {narrow && (
        <ModalOverlay className="overlay" isDismissable isOpen={chosen !== undefined} onOpenChange={open => !open && choose({ event: undefined })}>
          <Modal className="modal">{chosen !== undefined && <Fact position={chosen} asDialog />}</Modal>
        </ModalOverlay>
      )}
    </div>
  )
}

/** Whether a fact that has just come in belongs to what is filtered. */
function matches(row: TrailRow, { review, stream, type, actingFor, text }: TrailFilter): boolean {
  return (!review || row.review === review)
    && (!stream || row.stream === stream)
    && (!type || row.type === type)
    && (!actingFor || row.actingFor === actingFor)
    && (!text || JSON.stringify(row.payload).toLowerCase().includes(text.toLowerCase()))
}
