import type { Comment, ReviewEntry } from '../../api/rows'
import { lastOf } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Pair } from '../../kit/Value'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'

/** Reports, the comment periods on them, and what else was worth noting. */
export function Reports({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, day, planned, number, word } = useT()
  const reports = row.reports ?? {}
  const comments = entriesOf(entry, '/row/comments', row.comments).sort(([, a], [, b]) => lastOf(a.openedOn).localeCompare(lastOf(b.openedOn)))
  const noted = entriesOf(entry, '/row/noted', row.noted).sort(([, a], [, b]) => lastOf(b.on).localeCompare(lastOf(a.on)))
  const nothing = Object.keys(reports).length === 0 && isKnown(entry, '/row/reports') && comments.length === 0 && noted.length === 0
  const spanOf = ({ openedOn, closedOn, closesOn, submissions }: Comment) => (
    <>
      {closedOn
        ? t('reports.range', { from: day(openedOn), to: day(closedOn) })
        : closesOn ? t('reports.until', { from: day(openedOn), to: planned(closesOn) }) : t('reports.from', { from: day(openedOn) })}
      {submissions !== undefined && <> · {t('reports.submissions', { n: submissions })}</>}
    </>
  )
  return (
    <section className="panel" id="reports">
      <div className="panel-h"><h2>{t('reports.title')}</h2></div>
      {nothing && <p className="empty">{t('reports.none')}</p>}
      <dl className="pairs">
        <Pair view="reviews" entry={entry} pointer="/row/reports/draftOn" label={t('reports.draft')} value={reports.draftOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/reports/adoptedOn" label={t('reports.adopted')} value={reports.adoptedOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/reports/submittedOn" label={t('reports.submitted')} value={reports.submittedOn} show={day} />
        <Pair view="reviews" entry={entry} pointer="/row/reports/recommendationCount" label={t('reports.count')} value={reports.recommendationCount} show={number} />
        <Pair view="reviews" entry={entry} pointer="/row/reports/partCount" label={t('reports.parts')} value={reports.partCount} show={number} />
        <Pair view="reviews" entry={entry} pointer="/row/reports/boardDueOn" label={t('reports.boardDue')} value={reports.boardDueOn} show={planned} />
        {comments.map(([period, comment]) => (
          <Pair key={period} view="reviews" entry={entry} pointer={under('/row/comments', period)} label={t('reports.comment', { subject: word('subject', comment.subject) })} value={comment} show={spanOf} />
        ))}
      </dl>
      {noted.length > 0 && (
        <details className="more-of">
          <summary>{t('reports.noted', { n: noted.length })}</summary>
          <ul className="plain">
            {noted.map(([position, { on, words }]) => <li key={position}><time className="when" dateTime={on.on}>{isKnown(entry, `/row/noted/${position}`) ? day(on) : <NotOnRecord />}</time><span lang="en">{words}</span></li>)}
          </ul>
        </details>
      )}
    </section>
  )
}
