import { Link } from '@tanstack/react-router'
import { daysBetween, type PlannedDate } from '../../days'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Due } from '../review/Clocks'

const SOON_DAYS = 60
const SHOWN = 8

export interface Coming {
  review: string
  printedAs: string
  milestone: string
  name: string
  due: PlannedDate
  by: string
  /** the days by which it may be due */
  days: string[]
  /** whether it is still to come is known */
  known: boolean
}

/** How many fall due soon, from the least to the most that it may be. */
export function soon(coming: Coming[], today: string): [number, number] {
  const isSoon = (day: string) => day >= today && daysBetween(today, day) <= SOON_DAYS
  const may = coming.filter(({ days }) => days.some(isSoon))
  return [may.filter(({ known }) => known).length, may.length]
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
