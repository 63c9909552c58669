import { Link } from '@tanstack/react-router'
import type { GroupEntry, ReviewEntry } from '../../api/rows'
import { daysBetween } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { groupName } from '../../kit/groups'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'
import { RecordLink } from '../../record/RecordMenu'
import { Due } from '../review/Clocks'

/** What is asked of the body and its parts, what is due first on top. */
export function Waiting({ entry, reviews, today }: { entry: GroupEntry; reviews: ReviewEntry[]; today: string }) {
  const { t, word } = useT()
  const waiting = entriesOf(entry, '/row/waiting', entry.row.waiting).sort(([, a], [, b]) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.since.localeCompare(b.since))
  const printed = new Map(reviews.map(({ key, row }) => [key, row]))
  return (
    <section className="panel" id="waiting">
      <div className="panel-h"><h2>{t('org.waiting')}</h2></div>
      {waiting.length === 0 ? <p className="empty">{t('org.waiting.none')}</p> : (
        <ul className="todo">
          {waiting.map(([key, wait]) => {
            const number = wait.recommendation?.split('/')[1]
            const row = printed.get(wait.review)
            const brief = number ? row?.recommendations?.[number] : undefined
            const cited = `${row?.printedAs ?? wait.review.toUpperCase()}${number ? ` ${brief?.printedAs ?? number}` : ''}`
            return (
              <li key={key}>
                <div>
                  <p className="todo-t">
                    {word('what', wait.what)}: {number
                      ? <Link className="link" to="/reviews/$review/recommendations/$number" params={{ review: wait.review, number }} data-row>{cited}</Link>
                      : <Link className="link" to="/reviews/$review" params={{ review: wait.review }} data-row>{cited}</Link>}
                    {wait.group !== entry.key && <> <span className="tag">{groupName(wait.group)}</span></>}
                  </p>
                  <p className="sub clamp" lang="en">{brief?.title ?? row?.name}</p>
                </div>
                {!isKnown(entry, under('/row/waiting', key)) ? <NotOnRecord /> : wait.dueOn ? <Due due={wait.dueOn} today={today} /> : <span className="due">{t('org.waits.age', { n: Math.max(0, daysBetween(wait.since, today)) })}</span>}
                <RecordLink stream={wait.recommendation ? `recommendation/${wait.recommendation}` : `review/${wait.review}`} verb={wait.verb} label={`${word('what', wait.what)} ${cited}`} />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
