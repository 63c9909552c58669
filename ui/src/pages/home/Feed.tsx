import { Link } from '@tanstack/react-router'
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { usePeople, useTrail } from '../../api/queries'
import type { TrailEntry, TrailRow } from '../../api/rows'
import { lastDay } from '../../days'
import { useT } from '../../i18n'
import { EventIcon } from '../../kit/marks'
import { useSentence } from '../../words/sentence'
import { Shown } from '../../kit/states'
import { useMoment } from '../../moment'
import { announce } from '../../shell/Announcer'

const SHOWN = 12
const ASKED = 40

const ASKED_OF_THE_PAST = 500

/** In the present as it was recorded; in the past as it happened, since most of it was recorded later. */
function newestFirst(rows: TrailEntry[], past: boolean): TrailEntry[] {
  const dayOf = ({ row: { payload: { on } } }: TrailEntry) => lastDay(on.occurredOn, on.precision ?? 'DAY')
  return [...rows].sort((a, b) => (past ? dayOf(b).localeCompare(dayOf(a)) : 0) || b.row.position - a.row.position)
}

/** The latest facts; the list holds still while it is paused, hovered or focused. */
export function Feed() {
  const { t } = useT()
  const { past } = useMoment()
  const read = useTrail({}, past ? ASKED_OF_THE_PAST : ASKED)
  return (
    <aside className="feed" aria-label={t('feed.title')}>
      <Shown read={read} heights={[28, 76, 76, 76, 76, 76, 76]}>
        {answer => (answer.rows.length === 0
          ? <><h2>{t('feed.title')}</h2><p className="empty">{t('feed.empty')}</p></>
          : <Lines rows={newestFirst(answer.rows, past)} />)}
      </Shown>
      <Link to="/history" className="more">{t('feed.all')}</Link>
    </aside>
  )
}

function Lines({ rows }: { rows: TrailEntry[] }) {
  const { t } = useT()
  const { past } = useMoment()
  const sentence = useSentence()
  const [paused, setPaused] = useState(false)
  const [resting, setResting] = useState(false)
  const held = useRef(rows)
  const still = (paused || resting) && !past
  if (!still) held.current = rows
  const shown = held.current
  const newest = shown[0]?.row.position ?? 0
  const waiting = still ? rows.filter(({ row }) => row.position > newest).length : 0
  useAnnounced(rows, past)
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
              <p className="clamp"><Link {...subject(row)}>{sentence(row)}</Link></p>
              <p className="sub nowrap clip"><When fact={row} past={past} /></p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where a fact is at home: its recommendation, else its review. */
const subject = ({ stream, review }: TrailRow) => {
  const number = stream.split('/')[2]
  return number
    ? ({ to: '/reviews/$review/recommendations/$number', params: { review, number } } as const)
    : ({ to: '/reviews/$review', params: { review } } as const)
}

/** Who recorded it and when; a fact of another day than its recording says its own day first. */
function When({ fact, past }: { fact: TrailRow; past: boolean }) {
  const { t, day, agoInstant } = useT()
  const person = usePeople()
  const { occurredOn, precision = 'DAY' } = fact.payload.on
  const happened = day({ on: occurredOn, precision })
  if (past) return <time dateTime={occurredOn}>{happened}</time>
  const recorded = <time dateTime={fact.recordedAt}>{agoInstant(fact.recordedAt, Date.now())}</time>
  if (occurredOn !== fact.recordedAt.slice(0, 10)) return <>{t('feed.of', { date: happened })} · {recorded}</>
  return <>{fact.recordedBy && <><bdi>{person(fact.recordedBy)}</bdi> · </>}{recorded}</>
}

/** Says politely, and summed, what came in since the page was opened. */
function useAnnounced(rows: TrailEntry[], past: boolean) {
  const { t } = useT()
  const sentence = useSentence()
  const said = useRef(rows[0]?.row.position ?? 0)
  useEffect(() => {
    const fresh = rows.filter(({ row }) => row.position > said.current)
    const first = fresh[0]
    if (!first || past) return
    said.current = first.row.position
    const words = sentence(first.row)
    announce(fresh.length > 1 ? t('feed.announce', { first: words, n: fresh.length - 1 }) : words)
  }, [rows, past, t, sentence])
}
