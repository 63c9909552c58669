import type { ReviewEntry } from '../../api/rows'
import { lastOf } from '../../days'
import { useT } from '../../i18n'
import { setByOf } from '../../kit/Why'
import { Pair } from './Scope'

/** Reports, the comment periods on them, and what else was worth noting. */
export function Reports({ entry: { row, setBy } }: { entry: ReviewEntry }) {
  const { t, day, planned, number, word } = useT()
  const reports = row.reports ?? {}
  const comments = Object.entries(row.comments ?? {}).sort(([, a], [, b]) => lastOf(a.openedOn).localeCompare(lastOf(b.openedOn)))
  const noted = Object.entries(row.noted ?? {}).sort(([, a], [, b]) => lastOf(b.on).localeCompare(lastOf(a.on)))
  const nothing = Object.keys(reports).length === 0 && comments.length === 0 && noted.length === 0
  return (
    <section className="panel" id="reports">
      <div className="panel-h"><h2>{t('reports.title')}</h2></div>
      {nothing && <p className="empty">{t('reports.none')}</p>}
      <dl className="pairs">
        {reports.draftOn && <Pair label={t('reports.draft')} position={setByOf(setBy, '/reports/draftOn')}>{day(reports.draftOn)}</Pair>}
        {reports.adoptedOn && <Pair label={t('reports.adopted')} position={setByOf(setBy, '/reports/adoptedOn')}>{day(reports.adoptedOn)}</Pair>}
        {reports.submittedOn && <Pair label={t('reports.submitted')} position={setByOf(setBy, '/reports/submittedOn')}>{day(reports.submittedOn)}</Pair>}
        {reports.recommendationCount !== undefined && <Pair label={t('reports.count')} position={setByOf(setBy, '/reports/recommendationCount')}>{number(reports.recommendationCount)}</Pair>}
        {reports.partCount !== undefined && <Pair label={t('reports.parts')} position={setByOf(setBy, '/reports/partCount')}>{number(reports.partCount)}</Pair>}
        {reports.boardDueOn && <Pair label={t('reports.boardDue')} position={setByOf(setBy, '/reports/boardDueOn')}>{planned(reports.boardDueOn)}</Pair>}
        {comments.map(([period, comment]) => (
          <Pair key={period} label={t('reports.comment', { subject: word('subject', comment.subject) })} position={setByOf(setBy, `/comments/${period}`)}>
            {comment.closedOn
              ? t('reports.range', { from: day(comment.openedOn), to: day(comment.closedOn) })
              : comment.closesOn ? t('reports.until', { from: day(comment.openedOn), to: planned(comment.closesOn) }) : t('reports.from', { from: day(comment.openedOn) })}
            {comment.submissions !== undefined && <> · {t('reports.submissions', { n: comment.submissions })}</>}
          </Pair>
        ))}
      </dl>
      {noted.length > 0 && (
        <details className="more-of">
          <summary>{t('reports.noted', { n: noted.length })}</summary>
          <ul className="plain">
            {noted.map(([position, { on, words }]) => <li key={position}><time className="when" dateTime={on.on}>{day(on)}</time><span lang="en">{words}</span></li>)}
          </ul>
        </details>
      )}
    </section>
  )
}
