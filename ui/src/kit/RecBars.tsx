import type { ById, Progress, ReviewEntry } from '../api/rows'
import { useT } from '../i18n'
import { entriesOf, isKnown } from '../known'
import { NotOnRecord } from './NotOnRecord'

const PRIORITIES = ['PREREQUISITE', 'HIGH', 'MEDIUM', 'LOW'] as const
/** Those that the bars always show where any is given, so that rows compare. */
const LEGEND = PRIORITIES.slice(1)

const none: Progress = { all: 0, done: 0, claimed: 0, underWay: 0, approved: 0, withBoard: 0, passedThrough: 0, rejected: 0, proposed: 0 }

/** How far the recommendations are, by the team's priority; one bar where the team gave none. */
export function RecBars({ entry }: { entry: ReviewEntry }) {
  const { row, standing } = entry
  const { t, number, word } = useT()
  const progress: ById<Partial<Progress>> = Object.fromEntries(entriesOf(entry, '/standing/progress', standing.progress))
  const counted = Object.values(progress).reduce((sum, { all = 0 }) => sum + all, 0)
  if (counted === 0) {
    if (!isKnown(entry, '/row/reports/recommendationCount', '/row/board/approved')) return <NotOnRecord />
    const said = row.reports?.recommendationCount
    const board = row.board?.approved
    return (
      <span className="sub">
        {said !== undefined ? t('recs.notListed', { n: said }) : t('recs.none')}
        {board !== undefined && <><br />{t(row.board?.unit === 'PART' ? 'recs.boardParts' : 'recs.boardApproved', { n: board })}</>}
      </span>
    )
  }
  const other: Progress = { ...none, ...progress.NONE }
  const ranked = PRIORITIES.some(priority => (progress[priority]?.all ?? 0) > 0)
  const bars: [string, string, Progress][] = ranked
    ? PRIORITIES.filter(priority => (progress[priority]?.all ?? 0) > 0 || (other.all === 0 && priority !== 'PREREQUISITE')).map(priority => [priority.toLowerCase(), word('priority', priority), { ...none, ...progress[priority] }])
    : []
  if (other.all > 0) bars.push(['none', t('priority.none'), other])
  return (
    <div className="recs">
      {bars.map(([name, words, share]) => (isKnown(entry, `/standing/progress/${name.toUpperCase()}`) ? (
        <div key={name} className={`recp ${share.all ? '' : 'nil'}`} role="img" aria-label={t('recs.label', { priority: words, ...share })}>
          <span className="recp-t">
            {name === 'none' ? <span className="recp-n" title={words}>{ranked ? t('priority.other') : words}</span> : <span className={`pr ${name}`} title={words} />}
            <b>{share.all ? `${number(share.done)}/${number(share.all)}` : '–'}</b>
          </span>
          <span className="bar"><Shares share={share} /></span>
        </div>
      ) : (
        <div key={name} className="recp">
          <span className="recp-t">{name === 'none' ? <span className="recp-n">{ranked ? t('priority.other') : words}</span> : <span className={`pr ${name}`} title={words} />}</span>
          <NotOnRecord />
        </div>
      )))}
    </div>
  )
}

function Shares({ share: { done, claimed, underWay, approved, withBoard, passedThrough, rejected, proposed } }: { share: Progress }) {
  const parts: [string, number][] = [
    ['b-done', done], ['b-claim', claimed], ['b-prog', underWay], ['b-acc', approved], ['b-board', withBoard], ['', passedThrough + rejected + proposed],
  ]
  return <>{parts.filter(([, count]) => count > 0).map(([look, count]) => <i key={look} className={look} style={{ flexGrow: count }} />)}</>
}

export function RecLegend() {
  const { t, word } = useT()
  return (
    <p className="legend">
      {LEGEND.map(priority => <span key={priority} className={`pr ${priority.toLowerCase()}`}>{word('priority', priority)}</span>)}
      <span className="sw b-done">{t('recs.done')}</span>
      <span className="sw b-claim">{t('column.reported')}</span>
      <span className="sw b-prog">{t('recs.underWay')}</span>
      <span className="sw b-acc">{t('recs.approved')}</span>
      <span className="sw b-board">{t('recs.withBoard')}</span>
      <span className="sw">{t('recs.other')}</span>
    </p>
  )
}
