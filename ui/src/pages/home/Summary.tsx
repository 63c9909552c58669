import type { Answer, Health, Page, ReviewEntry, ReviewState, Totals } from '../../api/rows'
import { useT } from '../../i18n'
import { markIn } from '../../kit/marks'
import { entriesOf, isKnown, rangeOf } from '../../known'
import { COLUMNS, columnsIn, type Column } from '../review/board'
import { isKnownOpen, isKnownTo } from './order'

/** What is withdrawn, merged or retired counts no more. */
const COUNTED = COLUMNS.filter(column => column !== 'gone' && column !== 'unknown')

/** From the least to the most that a sum may be. */
type Range = [number, number]
const sum = (ranges: Range[]): Range => ranges.reduce<Range>(([least, most], [low, high]) => [least + low, most + high], [0, 0])

/** Sums over all reviews at the moment shown; each figure says what it counts, and counts of a state what is known to be in it. */
export function figures(rows: ReviewEntry[]) {
  const is = (health: Health) => rows.filter(entry => isKnownTo(entry, health)).length
  const are = (...states: ReviewState[]) => rows.filter(entry => states.includes(entry.standing.state) && isKnown(entry, '/standing/state')).length
  const total = (name: keyof Totals) => sum(rows.map(entry => rangeOf(entry, `/standing/totals/RECOMMENDATION/${name}`)))
  // each recommendation counts once, wherever it may stand: sums of the upper ends of parts would count some twice
  const places = rows.flatMap(entry => entriesOf(entry, '/row/recommendations', entry.row.recommendations).map(([number]) => columnsIn(entry, number)))
  const share = (...counted: Column[]) =>
    sum(places.map((may): Range => [Number(may.every(column => counted.includes(column))), Number(may.some(column => counted.includes(column)))]))
  return {
    underWay: are('UNDER_WAY'),
    halted: are('PAUSED', 'DEFERRED'),
    unknown: rows.filter(entry => !markIn(entry).known).length,
    late: is('LATE'),
    risk: is('AT_RISK'),
    onTrack: is('ON_TRACK'),
    withPlan: rows.filter(entry => isKnownOpen(entry) && isKnown(entry, '/standing/health') && entry.standing.health !== 'NO_PLAN').length,
    total: { listed: total('listed'), approved: total('approved') },
    share: { all: share(...COUNTED), done: share('done'), withBoard: share('withBoard') },
  }
}

export function Summary({ answer }: { answer: Page<ReviewEntry> & Answer }) {
  const { t, number, range } = useT()
  const { underWay, halted, unknown, late, risk, onTrack, withPlan, total, share } = figures(answer.rows)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('home.title')}</h1>
          <p className="lead">{t('home.lead', { underWay, late, risk })}{halted > 0 && <> {t('home.halted', { n: halted })}</>}{unknown > 0 && <> {t('unknown.count', { n: unknown })}</>}</p>
        </div>
      </div>
      <dl className="strip">
        <div><dt>{t('sum.onTrack')}</dt><dd>{number(onTrack)}<small>/{number(withPlan)}</small></dd></div>
        <div><dt>{t('sum.approved')}</dt><dd>{range(total.approved)}<small>/{range(total.listed)}</small></dd></div>
        <div><dt>{t('sum.done')}</dt><dd>{range(share.done)}<small>/{range(share.all)}</small></dd></div>
        <div><dt>{t('sum.board')}</dt><dd>{range(share.withBoard)}</dd></div>
      </dl>
    </>
  )
}
