import type { Clock, ReviewEntry } from '../../api/rows'
import { daysBetween } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { clockName, clocksOf, unanswered } from '../../kit/endorsements'
import { milestoneName } from '../../words/sentence'

/** What is owed by when, from the rules of the review's day; computed when it is read. */
export function Clocks({ entry, today }: { entry: ReviewEntry; today: string }) {
  const { t, date, word } = useT()
  const late = ({ item, known }: { item: Clock; known: boolean }) => known && item.late === true
  const clocks = clocksOf(entry).sort((a, b) => Number(late(b)) - Number(late(a)) || (a.item.dueOn ?? '9').localeCompare(b.item.dueOn ?? '9'))
  return (
    <section className="panel" id="clocks">
      <div className="panel-h"><h2>{t('clocks.title')}</h2></div>
      {clocks.length === 0 ? <p className="empty">{t('clocks.none')}</p> : (
        <ul className="plain">
          {clocks.map(({ item: clock, known }) => (
            <li key={clockName(clock)}>
              <span className="grow">
                <span className="todo-t">{word('clock', clock.clock)}{clock.subject && <> · <bdi lang="en">{nameOf(entry, clock)}</bdi></>}</span>
                <span className="sub block">
                  {clock.owner && word('owner', clock.owner)}
                  {known && clock.startedOn && <> · {t('clocks.from', { date: date(clock.startedOn) })}</>}
                  {known && (clock.pausedDays ?? 0) > 0 && <> · {t('clocks.paused', { n: clock.pausedDays ?? 0 })}</>}
                  {clock.clause && <> · <span lang="en">{clock.clause}</span></>}
                </span>
              </span>
              {!known ? <span className="due end-al"><NotOnRecord /></span> : <span className={`due end-al ${clock.late ? 'late' : ''}`}>
                {clock.stoppedOn ? t(ranOut(entry, clock) ? 'clocks.ranOut' : 'clocks.stopped', { date: date(clock.stoppedOn) })
                  : clock.dueOn ? <Due due={clock.dueOn} today={today} />
                  : t('clocks.noDay')}
                {clock.dueOn && clock.dueOn !== clock.stoppedOn && (
                  <span className="sub block">
                    {t('clocks.due', { date: date(clock.dueOn) })}
                    {clock.stoppedOn && (clock.daysLate ?? 0) > 0 && <> · {t('due.late', { n: clock.daysLate ?? 0 })}</>}
                  </span>
                )}
              </span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The time to answer on a scope ends by itself; that is no answer. */
const ranOut = (entry: ReviewEntry, { clock }: Clock) => clock === 'ENDORSEMENT' && unanswered(entry).length > 0

function nameOf({ row }: ReviewEntry, { clock, subject = '' }: Clock) {
  if (clock === 'MILESTONE') return milestoneName(subject, row.milestones?.[subject]?.name)
  if (clock === 'ACTION_ITEM') return row.actionItems?.[subject]?.words ?? subject
  return subject
}

/** "due in 12 days", "14 days late". */
export function Due({ due, today }: { due: string; today: string }) {
  const { t } = useT()
  const days = daysBetween(today, due)
  return <span className={`due ${days < 0 ? 'late' : days < 8 ? 'atrisk' : ''}`}>{days < 0 ? t('due.late', { n: -days }) : t('due.in', { n: days })}</span>
}
