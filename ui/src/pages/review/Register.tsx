import { Link } from '@tanstack/react-router'
import { usePeople, useTrail } from '../../api/queries'
import type { ReviewEntry } from '../../api/rows'
import { lastPlanned } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'
import { Due } from './Clocks'

const SHOWN = 5

/** The decision register and the action items. */
export function Register({ entry, today }: { entry: ReviewEntry; today: string }) {
  const { key, row } = entry
  const { t, day } = useT()
  const person = usePeople()
  const decisions = useTrail({ review: key, type: 'DecisionRecorded' }, SHOWN)
  const closed = (number: string) => isKnown(entry, under('/row/actionItems', number, 'closedOn'))
  const items = entriesOf(entry, '/row/actionItems', row.actionItems).sort(([, a], [, b]) => Number(Boolean(a.closedOn)) - Number(Boolean(b.closedOn)))
  const recorded = (decisions.data?.rows ?? []).filter(({ row: { type, review } }) => type === 'DecisionRecorded' && review === key).sort((a, b) => b.row.position - a.row.position)
  return (
    <section className="panel" id="decisions">
      <div className="panel-h"><h2>{t('register.title')} {row.decisions > 0 && <small>{t('register.count', { n: row.decisions })}</small>}</h2></div>
      {row.decisions === 0 && items.length === 0 && <p className="empty">{t('register.none')}</p>}
      {recorded.length > 0 && (
        <ul className="plain">
          {recorded.slice(0, SHOWN).map(({ key: at, row: fact }) => (
            <li key={at}>
              <span className="grow">
                <b lang="en">{String(fact.payload.number)}</b> <span lang="en">{String(fact.payload.words)}</span>
                <span className="sub block">{day({ on: fact.payload.on.occurredOn, precision: fact.payload.on.precision ?? 'DAY' })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {row.decisions > SHOWN && <Link className="more" to="/history" search={{ review: key, type: 'DecisionRecorded' }}>{t('register.all')}</Link>}
      {items.length > 0 && (
        <>
          <h3>{t('register.items')}</h3>
          <ul className="plain">
            {items.map(([number, item]) => (
              <li key={number} className={item.closedOn && closed(number) ? 'gone' : ''}>
                <span className="grow"><b>{number}</b> <span lang="en">{item.words}</span>{item.owner && <span className="sub block"><bdi>{person(item.owner)}</bdi></span>}</span>
                {!closed(number) ? <NotOnRecord /> : item.closedOn ? <span className="sub">{t('register.closed', { date: day(item.closedOn) })}</span> : item.dueOn && <Due due={lastPlanned(item.dueOn)} today={today} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
