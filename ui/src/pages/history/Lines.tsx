import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { usePeople } from '../../api/queries'
import type { TrailEntry, TrailRow } from '../../api/rows'
import { useT } from '../../i18n'
import { EventIcon } from '../../kit/marks'
import { useNarrow } from '../../kit/narrow'
import { useSentence } from '../../words/sentence'

type Item = { day: string } | { row: TrailRow }

const DAY_PX = 44
const ROW_PX = 44
const ROW_NARROW_PX = 66

/** The lines with a heading for each day of recording; only what is in view is in the page. */
export function Lines(props: { rows: TrailEntry[]; chosen: number | undefined; more?: () => void; choose: (position: number) => void }) {
  const { rows, chosen, more, choose } = props
  const { t, longDate, number, day, time } = useT()
  const person = usePeople()
  const sentence = useSentence()
  const narrow = useNarrow()
  const place = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(place.current ? place.current.getBoundingClientRect().top + window.scrollY : 0), [])
  const items = useMemo(() => {
    const lines: Item[] = []
    let current = ''
    for (const { row } of rows) {
      const recorded = row.recordedAt.slice(0, 10)
      if (recorded !== current) lines.push({ day: (current = recorded) })
      lines.push({ row })
    }
    return lines
  }, [rows])
  const lines = useWindowVirtualizer({
    count: items.length,
    estimateSize: index => ('day' in (items[index] ?? {}) ? DAY_PX : narrow ? ROW_NARROW_PX : ROW_PX),
    overscan: 12,
    scrollMargin: top,
  })
  const shown = lines.getVirtualItems()
  const end = (shown.at(-1)?.index ?? 0) >= items.length - 10
  useEffect(() => {
    if (end) more?.()
  }, [end, more])
  return (
    <section className="panel flush" aria-label={t('hist.title')}>
      <div ref={place} className="vlog" style={{ blockSize: lines.getTotalSize() }} role="list">
        {shown.map(({ key, index, start, size }) => {
          const item = items[index]
          const style = { transform: `translateY(${start - top}px)`, blockSize: size }
          if (!item) return null
          if ('day' in item) return <div key={key} role="listitem" className="vday" style={style}><h2>{longDate(item.day)}</h2></div>
          const { row } = item
          return (
            <div key={key} role="listitem" className={`vrow ${chosen === row.position ? 'on' : ''}`} style={style}>
              <span className="mono seq">{number(row.position)}</span>
              <EventIcon type={row.type} />
              <button type="button" className="vmain" data-row aria-pressed={chosen === row.position} onClick={() => choose(row.position)}>{sentence(row)}</button>
              <time className="sub" dateTime={row.payload.on.occurredOn}>{day({ on: row.payload.on.occurredOn, precision: row.payload.on.precision ?? 'DAY' })}</time>
              <bdi className="sub who clip">{row.recordedBy ? person(row.recordedBy) : ''}</bdi>
              <time className="sub mono at" dateTime={row.recordedAt}>{time(row.recordedAt)}</time>
            </div>
          )
        })}
      </div>
      {more && <p className="sub" role="status">{t('hist.more')}</p>}
    </section>
  )
}
