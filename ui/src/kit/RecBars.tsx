import type { ReviewEntry } from '../api/rows'
import { useT } from '../i18n'

const PRIORITIES = ['PREREQUISITE', 'HIGH', 'MEDIUM', 'LOW'] as const
/** Those that the bars always show where any is given, so that rows compare. */
const LEGEND = PRIORITIES.slice(1)

interface Share {
  all: number
  done: number
  underWay: number
  approved: number
  withBoard: number
}
const none: Share = { all: 0, done: 0, underWay: 0, approved: 0, withBoard: 0 }

/** How far the recommendations are, by the team's priority; one bar where the team gave none. */
export function RecBars({ entry: { row, standing } }: { entry: ReviewEntry }) {
  const { t, number, word } = useT()
  const progress = standing.progress ?? {}
  const counted = Object.values(progress).reduce((sum, { all = 0 }) => sum + all, 0)
  if (counted === 0) {
    const said = row.reports?.recommendationCount
    const board = row.board?.approved
    return (
      <span className="sub">
        {said !== undefined ? t('recs.notListed', { n: said }) : t('recs.none')}
        {board !== undefined && <><br />{t(row.board?.unit === 'PART' ? 'recs.boardParts' : 'recs.boardApproved', { n: board })}</>}
      </span>
    )
  }
  const rest = Object.entries(progress).filter(([key]) => !(PRIORITIES as readonly string[]).includes(key)).map(([, share]) => ({ ...none, ...share }))
  const other = rest.reduce((a, b) => ({ all: a.all + b.all, done: a.done + b.done, underWay: a.underWay + b.underWay, approved: a.approved + b.approved, withBoard: a.withBoard + b.withBoard }), none)
  const ranked = PRIORITIES.some(priority => (progress[priority]?.all ?? 0) > 0)
  const bars: [string, string, Share][] = ranked
    ? PRIORITIES.filter(priority => (progress[priority]?.all ?? 0) > 0 || (other.all === 0 && priority !== 'PREREQUISITE')).map(priority => [priority.toLowerCase(), word('priority', priority), { ...none, ...progress[priority] }])
    : []
  if (other.all > 0) bars.push(['none', t('priority.none'), other])
  return (
    <div className="recs" style={{ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }}>
      {bars.map(([name, words, share]) => (
        <div key={name} className={`recp ${share.all ? '' : 'nil'}`} role="img" aria-label={t('recs.label', { priority: words, ...share })}>
          <span className="recp-t">
            {name === 'none' ? <span className="recp-n" title={words}>{ranked ? t('priority.other') : words}</span> : <span className={`pr ${name}`} title={words} />}
            <b>{share.all ? `${number(share.done)}/${number(share.all)}` : '–'}</b>
          </span>
          <span className="bar"><Shares share={share} /></span>
        </div>
      ))}
    </div>
  )
}

function Shares({ share: { all, done, underWay, approved, withBoard } }: { share: Share }) {
  const parts: [string, number][] = [['b-done', done], ['b-prog', underWay], ['b-acc', approved], ['b-board', withBoard], ['', Math.max(0, all - done - underWay - approved - withBoard)]]
  return <>{parts.filter(([, count]) => count > 0).map(([look, count]) => <i key={look} className={look} style={{ flexGrow: count }} />)}</>
}

export function RecLegend() {
  const { t, word } = useT()
  return (
    <p className="legend">
      {LEGEND.map(priority => <span key={priority} className={`pr ${priority.toLowerCase()}`}>{word('priority', priority)}</span>)}
      <span className="sw b-done">{t('recs.done')}</span>
      <span className="sw b-prog">{t('recs.underWay')}</span>
      <span className="sw b-acc">{t('recs.approved')}</span>
      <span className="sw b-board">{t('recs.withBoard')}</span>
      <span className="sw">{t('recs.other')}</span>
    </p>
  )
}
