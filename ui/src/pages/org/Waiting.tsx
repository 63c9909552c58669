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
import { waitsFor } from './waits'

/** What is asked of the body and its parts, what is due first on top. */
export function Waiting({ entry, reviews, today }: { entry: GroupEntry; reviews: ReviewEntry[]; today: string }) {
  const { t } = useT()
  const waiting = entriesOf(entry, '/row/waiting', entry.row.waiting).sort(([, a], [, b]) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.since.localeCompare(b.since))
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
  const { t, word } = useT()
  const number = wait.recommendation?.split('/')[1]
  const row = reviews.find(({ key }) => key === wait.review)?.row
  const brief = number ? row?.recommendations?.[number] : undefined
  const cited = `${row?.printedAs ?? wait.review.toUpperCase()}${number ? ` ${brief?.printedAs ?? number}` : ''}`
  const at = under('/row/waiting', id)
  const read = known(entry, at)
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
      {!read.known ? <Facts label={`${word('what', wait.what)}: ${cited}`} positions={read.facts}><NotOnRecord /></Facts>
        : wait.dueOn ? <Due due={wait.dueOn} today={today} />
        : <span className="due">{t('org.waits.age', { n: Math.max(0, daysBetween(wait.since, today)) })}</span>}
      <RecordLink stream={wait.recommendation ? `recommendation/${wait.recommendation}` : `review/${wait.review}`} verb={wait.verb} label={`${word('what', wait.what)} ${cited}`} />
    </li>
  )
}
