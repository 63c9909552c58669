import { Link } from '@tanstack/react-router'
import type { GroupEntry, ReviewEntry, WaitingFor } from '../../api/rows'
import { daysBetween } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Facts } from '../../kit/Why'
import { groupName } from '../../kit/groups'
import { entriesOf, known } from '../../known'
import { under } from '../../pointer'
import { RecordLink } from '../../record/RecordMenu'
import { Due } from '../review/Clocks'
import { byNumber } from '../review/board'
import { dueDays, isLate, waitsFor } from './waits'

const dueFirst = (a: WaitingFor, b: WaitingFor) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.since.localeCompare(b.since)

/** What is asked of the body and its parts, what is due first on top. */
export function Waiting({ entry, reviews, today }: { entry: GroupEntry; reviews: ReviewEntry[]; today: string }) {
  const { t } = useT()
  const waiting = entriesOf(entry, '/row/waiting', entry.row.waiting).sort((a, b) => dueFirst(a[1], b[1]) || byNumber(a, b))
  const open = waiting.filter(([key]) => waitsFor(entry, key))
  const unknown = waiting.filter(([key]) => !waitsFor(entry, key))
  const lines = (items: [string, WaitingFor][]) => <ul className="todo">{items.map(([key, wait]) => <Line key={key} id={key} wait={wait} entry={entry} reviews={reviews} today={today} />)}</ul>
  return (
    <section className="panel" id="waiting">
      <div className="panel-h"><h2>{t('org.waiting')}</h2></div>
      {open.length === 0 ? <p className="empty">{t(unknown.length === 0 ? 'org.waiting.none' : 'org.waiting.noneCertain')}</p> : lines(open)}
      {unknown.length > 0 && (
        <details className="dnr-l">
          <summary>{t('org.waiting.unknown', { n: unknown.length })}</summary>
          <p className="sub">{t('org.waiting.unknownWhy')}</p>
          {lines(unknown)}
        </details>
      )}
    </section>
  )
}

function Line({ id, wait, entry, reviews, today }: { id: string; wait: WaitingFor; entry: GroupEntry; reviews: ReviewEntry[]; today: string }) {
  const { word } = useT()
  const number = wait.recommendation?.split('/')[1]
  const row = reviews.find(({ key }) => key === wait.review)?.row
  const brief = number ? row?.recommendations?.[number] : undefined
  const cited = `${row?.printedAs ?? wait.review.toUpperCase()}${number ? ` ${brief?.printedAs ?? number}` : ''}`
  return (
    <li>
      <div>
        <p className="todo-t">
          {word('what', wait.what)}: {number
            ? <Link className="link" to="/reviews/$review/recommendations/$number" params={{ review: wait.review, number }} data-row>{cited}</Link>
            : <Link className="link" to="/reviews/$review" params={{ review: wait.review }} data-row>{cited}</Link>}
          {wait.group !== entry.key && <> <span className="tag">{groupName(wait.group)}</span></>}
        </p>
        <p className="sub clamp" lang="en">{brief?.title ?? row?.name}</p>
      </div>
      <When id={id} wait={wait} entry={entry} today={today} label={`${word('what', wait.what)}: ${cited}`} />
      <RecordLink stream={wait.recommendation ? `recommendation/${wait.recommendation}` : `review/${wait.review}`} verb={wait.verb} label={`${word('what', wait.what)} ${cited}`} />
    </li>
  )
}

/** By when it is due, or for how long it waits; where that is not known, the events that leave it open. */
function When({ id, wait, entry, today, label }: { id: string; wait: WaitingFor; entry: GroupEntry; today: string; label: string }) {
  const { t } = useT()
  const at = under('/row/waiting', id)
  const place = !waitsFor(entry, id) ? at : under(at, dueDays(entry, id).every(day => day === undefined) ? 'since' : 'dueOn')
  const read = known(entry, place)
  if (!read.known) {
    const late = isLate(entry, id, today) ? Math.min(...(dueDays(entry, id) as string[]).map(day => daysBetween(day, today))) : 0
    return <Facts label={label} positions={read.facts}>{late > 0 ? <span className="due late">{t('org.waits.late', { n: late })}</span> : <NotOnRecord />}</Facts>
  }
  if (wait.dueOn) return <Due due={wait.dueOn} today={today} />
  return <span className="due">{t('org.waits.age', { n: Math.max(0, daysBetween(wait.since, today)) })}</span>
}
