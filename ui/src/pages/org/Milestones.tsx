import { Link } from '@tanstack/react-router'
import type { PlannedDate } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Due } from '../review/Clocks'

export const SOON_DAYS = 60
const SHOWN = 8

export interface Coming {
  review: string
  printedAs: string
  milestone: string
  name: string
  due: PlannedDate
  by: string
  /** whether it is still to come is known */
  known: boolean
}

export function Milestones({ coming, today }: { coming: Coming[]; today: string }) {
  const { t, planned } = useT()
  return (
    <section className="panel" id="milestones">
      <div className="panel-h"><h2>{t('org.milestones')}</h2></div>
      {coming.length === 0 ? <p className="empty">{t('org.milestones.none')}</p> : (
        <ul className="plain">
          {coming.slice(0, SHOWN).map(({ review, printedAs, milestone, name, due, by, known }) => (
            <li key={`${review} ${milestone}`}>
              <time className="when" dateTime={due.date}>{planned(due)}</time>
              <span className="grow"><Link to="/reviews/$review" params={{ review }} hash="plan">{printedAs}</Link> <span lang="en">{name}</span></span>
              {known ? <Due due={by} today={today} /> : <NotOnRecord />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
