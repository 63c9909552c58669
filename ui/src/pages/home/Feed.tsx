import { Link } from '@tanstack/react-router'
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { usePeople, useReviews, useTrail } from '../../api/queries'
import type { TrailEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { EventIcon } from '../../kit/marks'
import { useSentence } from '../../kit/sentence'
import { Shown } from '../../kit/states'
import { useMoment } from '../../moment'
import { announce } from '../../shell/Announcer'

const SHOWN = 12
const ASKED = 40

const newestFirst = (rows: TrailEntry[]) => [...rows].sort((a, b) => b.row.position - a.row.position)

/** The latest facts in the order they were recorded; it holds still while it is paused, hovered or focused. */
export function Feed() {
  const { t } = useT()
  const read = useTrail({}, ASKED)
  return (
    <aside className="feed" aria-label={t('feed.title')}>
      <Shown read={read} heights={[28, 76, 76, 76, 76, 76, 76]}>
        {answer => (answer.rows.length === 0
          ? <><h2>{t('feed.title')}</h2><p className="empty">{t('feed.empty')}</p></>
          : <Lines rows={newestFirst(answer.rows)} />)}
      </Shown>
      <Link to="/history" className="more">{t('feed.all')}</Link>
    </aside>
  )
}

function Lines({ rows }: { rows: TrailEntry[] }) {
  const { t, agoInstant } = useT()
  const { past } = useMoment()
  const person = usePeople()
  const sentence = useSentence()
  const printed = usePrinted()
  const [paused, setPaused] = useState(false)
  const [resting, setResting] = useState(false)
  const held = useRef(rows)
  const still = (paused || resting) && !past
  if (!still) held.current = rows
  const shown = held.current
  const newest = shown[0]?.row.position ?? 0
  const waiting = still ? rows.filter(({ row }) => row.position > newest).length : 0
  useAnnounced(rows, past)
  const now = Date.now()
  return (
    <>
      <div className="feed-h">
        <h2>{t('feed.title')}</h2>
        {!past && (
          <Button className="btn tiny ghost" onPress={() => setPaused(!paused)}>
            {paused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
            <span>{waiting > 0 ? t('feed.new', { n: waiting }) : t(paused ? 'feed.resume' : 'feed.pause')}</span>
          </Button>
        )}
      </div>
      <ol
        onPointerEnter={() => setResting(true)} onPointerLeave={() => setResting(false)}
        onFocus={() => setResting(true)} onBlur={event => !event.currentTarget.contains(event.relatedTarget) && setResting(false)}
      >
        {shown.slice(0, SHOWN).map(({ key, row }) => (
          <li key={key}>
            <EventIcon type={row.type} />
            <div>
              <p className="clamp"><Link to="/reviews/$review" params={{ review: row.review }}>{printed(row.review)}</Link> {sentence(row)}</p>
              <p className="sub nowrap clip">
                {row.recordedBy && <><bdi>{person(row.recordedBy)}</bdi> · </>}
                <time dateTime={row.recordedAt}>{agoInstant(row.recordedAt, now)}</time>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A review's code as it is printed, once the list of reviews is there. */
function usePrinted() {
  const { data } = useReviews()
  const names = new Map(data?.rows.map(({ key, row }) => [key, row.printedAs]))
  return (review: string) => names.get(review) ?? review.toUpperCase()
}

/** Says politely, and summed, what came in since the page was opened. */
function useAnnounced(rows: TrailEntry[], past: boolean) {
  const { t } = useT()
  const sentence = useSentence()
  const printed = usePrinted()
  const said = useRef(rows[0]?.row.position ?? 0)
  useEffect(() => {
    const fresh = rows.filter(({ row }) => row.position > said.current)
    const first = fresh[0]
    if (!first || past) return
    said.current = first.row.position
    const words = `${printed(first.row.review)}: ${sentence(first.row)}`
    announce(fresh.length > 1 ? t('feed.announce', { first: words, n: fresh.length - 1 }) : words)
  }, [rows, past, t, sentence, printed])
}
