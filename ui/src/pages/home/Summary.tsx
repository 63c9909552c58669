import type { Answer, Page, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'

/** Sums over all reviews at the moment shown; each figure says what it counts. */
export function figures(rows: ReviewEntry[]) {
  const open = rows.filter(({ standing }) => standing.state !== 'CLOSED')
  const is = (health: string) => open.filter(({ standing }) => standing.health === health).length
  const total = { listed: 0, approved: 0, pending: 0, undecided: 0 }
  const share = { all: 0, done: 0, underWay: 0, withBoard: 0 }
  for (const { standing } of rows) {
    const counts = standing.totals?.RECOMMENDATION
    total.listed += counts?.listed ?? 0
    total.approved += counts?.approved ?? 0
    total.pending += counts?.pending ?? 0
    total.undecided += counts?.undecided ?? 0
    for (const progress of Object.values(standing.progress ?? {})) {
      share.all += progress.all ?? 0
      share.done += progress.done ?? 0
      share.underWay += progress.underWay ?? 0
      share.withBoard += progress.withBoard ?? 0
    }
  }
  return {
    underWay: open.filter(({ standing }) => standing.state === 'UNDER_WAY').length,
    halted: open.filter(({ standing }) => standing.state === 'PAUSED' || standing.state === 'DEFERRED').length,
    late: is('LATE'),
    risk: is('AT_RISK'),
    onTrack: is('ON_TRACK'),
    withPlan: open.filter(({ standing }) => standing.health !== 'NO_PLAN').length,
    total,
    share,
  }
}

export function Summary({ answer }: { answer: Page<ReviewEntry> & Answer }) {
  const { t, number } = useT()
  const { underWay, halted, late, risk, onTrack, withPlan, total, share } = figures(answer.rows)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('home.title')}</h1>
          <p className="lead">{t('home.lead', { underWay, late, risk })}{halted > 0 && <> {t('home.halted', { n: halted })}</>}</p>
        </div>
      </div>
      <dl className="strip">
        <div><dt>{t('sum.onTrack')}</dt><dd>{number(onTrack)}<small>/{number(withPlan)}</small></dd></div>
        <div><dt>{t('sum.approved')}</dt><dd>{number(total.approved)}<small>/{number(total.listed)}</small></dd></div>
        <div><dt>{t('sum.done')}</dt><dd>{number(share.done)}<small>/{number(share.all)}</small></dd></div>
        <div><dt>{t('sum.board')}</dt><dd>{number(share.withBoard)}</dd></div>
      </dl>
    </>
  )
}
