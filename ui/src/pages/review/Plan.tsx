import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { Milestone, ReviewEntry } from '../../api/rows'
import { MS_PER_DAY, dayOfMs, daysBetween, lastOf, lastPlanned, msOf, type PlannedDate } from '../../days'
import { useT } from '../../i18n'
import { Value } from '../../kit/Value'
import { slipWords } from '../../kit/marks'
import { useNarrow } from '../../kit/narrow'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'
import { milestoneName } from '../../words/sentence'

const MILESTONES = '/row/milestones'

/** A milestone with everything placed on days: what the chart and the table both read. */
export interface Placed {
  key: string
  name: string
  milestone: Milestone
  /** where the bar and the thin line of the first plan begin */
  from: string
  plannedFrom: string
  firstPlan?: string
  /** forecasts given since, the latest left out */
  earlier: PlannedDate[]
  end: string
  /** whether it was reached, and when it is planned for, is known */
  known: boolean
  reached: boolean
  late: boolean
  slip?: number
}

export function placed(entry: ReviewEntry, today: string): Placed[] {
  const { row } = entry
  const begun = Object.values(row.stages ?? {}).map(lastOf).sort()[0] ?? today
  const end = (milestone: Milestone) =>
    milestone.reachedOn ? lastOf(milestone.reachedOn) : milestone.forecast ? lastPlanned(milestone.forecast) : milestone.firstPlan ? lastPlanned(milestone.firstPlan) : today
  const sorted = entriesOf(entry, MILESTONES, row.milestones).sort(([a, x], [b, y]) => end(x).localeCompare(end(y)) || a.localeCompare(b))
  const first = sorted.map(([, milestone]) => (milestone.firstPlan ? lastPlanned(milestone.firstPlan) : end(milestone)))
  const start = row.scope?.workPlanOn ? lastOf(row.scope.workPlanOn) : begun
  return sorted.map(([key, milestone], index) => {
    const before = sorted[index - 1]
    const firstPlan = milestone.firstPlan ? lastPlanned(milestone.firstPlan) : undefined
    const ends = end(milestone)
    const at = under(MILESTONES, key)
    const certain = isKnown(entry, `${at}/reachedOn`, `${at}/forecast`, `${at}/firstPlan`)
    const beginning = [start, ends, firstPlan ?? ends].sort()[0] ?? start
    return {
      key,
      name: milestoneName(key, milestone.name),
      milestone,
      from: before ? end(before[1]) : beginning,
      plannedFrom: before ? (first[index - 1] ?? beginning) : beginning,
      firstPlan,
      earlier: Object.entries(milestone.forecasts ?? {}).sort(([a], [b]) => Number(a) - Number(b)).map(([, forecast]) => forecast).slice(0, milestone.reachedOn ? undefined : -1),
      end: ends,
      known: certain,
      reached: certain && milestone.reachedOn !== undefined,
      late: certain && !milestone.reachedOn && ends < today,
      slip: firstPlan === undefined || !certain ? undefined : daysBetween(firstPlan, ends),
    }
  })
}

export function Plan({ entry, today }: { entry: ReviewEntry; today: string }) {
  const { t } = useT()
  const [table, setTable] = useState(false)
  const milestones = useMemo(() => placed(entry, today), [entry, today])
  return (
    <section className="panel" id="plan">
      <div className="panel-h">
        <h2>{t('plan.title')}</h2>
        {milestones.length > 0 && (
          <>
            <p className="legend">
              <span className="lg base">{t('plan.first')}</span>
              <span className="lg was">{t('plan.earlier')}</span>
              <span className="lg slip">{t('plan.slip')}</span>
              <span className="lg dia">{t('plan.reached')}</span>
            </p>
            <ToggleButton className="btn tiny ghost" isSelected={table} onChange={setTable}>{t(table ? 'show.chart' : 'show.table')}</ToggleButton>
          </>
        )}
      </div>
      {milestones.length === 0 ? <p className="empty">{t('plan.none')}</p>
        : table ? <Table entry={entry} milestones={milestones} />
        : <Gantt milestones={milestones} today={today} />}
    </section>
  )
}

function Table({ entry, milestones }: { entry: ReviewEntry; milestones: Placed[] }) {
  const { t, planned, day } = useT()
  const plan = (date: PlannedDate | undefined) => (date ? planned(date) : '–')
  return (
    <div className="scrollx" tabIndex={0} role="region" aria-label={t('plan.title')}>
      <table className="tbl">
        <thead>
          <tr>{(['milestone', 'first', 'earlier', 'forecast', 'reached', 'slip'] as const).map(name => <th key={name} scope="col">{t(`plan.${name}`)}</th>)}</tr>
        </thead>
        <tbody>
          {milestones.map(({ key, name, milestone, earlier, known, slip }) => (
            <tr key={key}>
              <th scope="row" lang="en">{name}</th>
              <td>{plan(milestone.firstPlan)}</td>
              <td>{earlier.map(planned).join(' · ') || '–'}</td>
              <td><Value view="reviews" entry={entry} pointer={under(MILESTONES, key, 'forecast')} label={name}>{plan(milestone.forecast)}</Value></td>
              <td><Value view="reviews" entry={entry} pointer={under(MILESTONES, key, 'reachedOn')} label={name}>{milestone.reachedOn ? day(milestone.reachedOn) : '–'}</Value></td>
              <td>{!known ? <NotOnRecord /> : slip === undefined ? '–' : slipWords(t, slip)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const MARGIN_DAYS = 20

function Gantt({ milestones, today }: { milestones: Placed[]; today: string }) {
  const { t, date, month, year, number } = useT()
  const narrow = useNarrow()
  const days = milestones.flatMap(({ from, plannedFrom, firstPlan, end, earlier }) => [from, plannedFrom, firstPlan ?? end, end, ...earlier.map(lastPlanned)])
  const open = milestones.some(({ reached }) => !reached)
  const ends = [...days, ...(open ? [today] : [])].map(msOf)
  const span = Math.max(...ends) - Math.min(...ends)
  const [from, to] = [Math.min(...ends) - span * 0.015 - MARGIN_DAYS * MS_PER_DAY, Math.max(...ends) + span * 0.03 + MARGIN_DAYS * MS_PER_DAY]
  const at = (day: string) => ((msOf(day) - from) / (to - from)) * 100
  const ticks = ticksOf(from, to, narrow)
  const sentence = milestones.map(({ name, end, known, reached, slip }) => !known ? `${name}: ${t('unknown.day')}` : t(reached ? 'plan.say.reached' : 'plan.say.planned', { name, date: date(end), slip: slip === undefined ? '' : slipWords(t, slip) })).join('; ')
  const now = at(today)
  return (
    <div className="gantt" role="img" aria-label={sentence}>
      <div className="g-axis">
        <span />
        <div>
          {ticks.map((tick, index) => {
            const isYear = index === 0 || tick.slice(5, 7) === '01'
            return <span key={tick} style={{ insetInlineStart: `${at(tick)}%` }}>{month(tick)}{isYear && <b> {year(tick)}</b>}</span>
          })}
        </div>
      </div>
      {milestones.map(({ key, name, from: start, plannedFrom, firstPlan, earlier, end, known, reached, late, slip }) => {
        const look = reached ? 'past' : late ? 'cur late' : start <= today ? 'cur idle' : 'todo'
        const right = at(end) > 84
        return (
          <div className="g-row" key={key}>
            <span className="g-name" lang="en">{name}</span>
            <div className="g-lane">
              {ticks.map(tick => <i key={tick} className="g-tick" style={{ insetInlineStart: `${at(tick)}%` }} />)}
              {firstPlan && <i className="g-base" style={{ insetInlineStart: `${at(plannedFrom)}%`, inlineSize: `${Math.max(0.3, at(firstPlan) - at(plannedFrom))}%` }} />}
              {earlier.slice(-4).map((forecast, index) => <i key={index} className="g-was" style={{ insetInlineStart: `${at(lastPlanned(forecast))}%` }} />)}
              <i className={`g-bar ${look}`} style={{ insetInlineStart: `${at(start)}%`, inlineSize: `${Math.max(0.4, at(end) - at(start))}%` }} />
              {firstPlan && slip !== undefined && slip > 3 && (
                <i className={`g-slip ${look}`} style={{ insetInlineStart: `${at(firstPlan > start ? firstPlan : start)}%`, inlineSize: `${at(end) - at(firstPlan > start ? firstPlan : start)}%` }} />
              )}
              {reached && <i className="g-dia" style={{ insetInlineStart: `${at(end)}%` }} />}
              <span className="g-lab" style={right ? { insetInlineEnd: `${100 - at(start < plannedFrom ? start : plannedFrom)}%` } : { insetInlineStart: `${at(firstPlan && firstPlan > end ? firstPlan : end)}%` }}>
                {!known ? t('unknown.day') : slip ? `${slip > 0 ? '+' : '−'}${number(Math.abs(slip))}` : ''}
              </span>
            </div>
          </div>
        )
      })}
      {now > 0 && now < 100 && <div className="g-now"><div><i style={{ insetInlineStart: `${now}%` }}><b>{t('plan.today')}</b></i></div></div>}
    </div>
  )
}

/** First days of months, as many as have room. */
function ticksOf(from: number, to: number, narrow: boolean): string[] {
  const days = (to - from) / MS_PER_DAY
  const every = narrow ? (days > 1_400 ? 24 : days > 700 ? 12 : days > 250 ? 6 : 3) : days > 2_800 ? 12 : days > 1_500 ? 6 : days > 700 ? 3 : days > 400 ? 2 : 1
  const ticks: string[] = []
  const start = new Date(from)
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1; ; month++) {
    const tick = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (tick > to - (to - from) * 0.05) return ticks
    if (month % every === 0) ticks.push(dayOfMs(tick))
  }
}
