import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useRecommendations } from '../../api/queries'
import type { Brief, RecommendationEntry, ReviewEntry, Totals } from '../../api/rows'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Value } from '../../kit/Value'
import { ConsensusMark, PriorityMark } from '../../kit/marks'
import { groupName } from '../../kit/groups'
import { useNarrow } from '../../kit/narrow'
import { isKnown } from '../../known'
import { under } from '../../pointer'
import { COLUMNS, RANKS, byNumber, columnIn, rankOf, type Column, type Rank } from './board'

/** With more than this, the board shows numbers only; the table has the titles. */
const ROOMY = 24

export function Board({ entry }: { entry: ReviewEntry }) {
  const { t, number } = useT()
  const { row, standing } = entry
  const all = useMemo(() => Object.entries(row.recommendations ?? {}).sort(byNumber), [row.recommendations])
  const [table, setTable] = useState(false)
  const { data } = useRecommendations(entry.key)
  const details = useMemo(() => new Map(data?.rows.map(one => [one.row.number, one])), [data])
  const totals = standing.totals
  return (
    <section className="panel" id="recommendations">
      <div className="panel-h">
        <h2>{t('board.title')} {all.length > 0 && <small>{number(all.length)}</small>}</h2>
        <p className="legend">
          {totals?.RECOMMENDATION && all.length > 0 && <Value view="reviews" entry={entry} pointer="/standing/totals/RECOMMENDATION" label={t('board.title')} named><TotalWords unit="RECOMMENDATION" totals={totals.RECOMMENDATION} /></Value>}
          {totals?.PART && (totals.RECOMMENDATION?.split ?? 0) > 0 && <Value view="reviews" entry={entry} pointer="/standing/totals/PART" label={t('board.title')} named><TotalWords unit="PART" totals={totals.PART} /></Value>}
        </p>
        {all.length > 0 && <ToggleButton className="btn tiny ghost" isSelected={table} onChange={setTable}>{t(table ? 'show.board' : 'show.table')}</ToggleButton>}
      </div>
      {all.length === 0 ? <Empty entry={entry} />
        : table ? <Table entry={entry} all={all} details={details} />
        : <Columns entry={entry} all={all} details={details} />}
    </section>
  )
}

/** "25 approved, 38 rejected of 63 recommendations": the unit is always named. */
function TotalWords({ unit, totals }: { unit: 'RECOMMENDATION' | 'PART'; totals: Totals }) {
  const { t, list } = useT()
  const parts = (['approved', 'rejected', 'pending', 'passedThrough', 'split', 'undecided'] as const)
    .filter(name => (totals[name] ?? 0) > 0)
    .map(name => t(`total.${name}`, { n: totals[name] ?? 0 }))
  return <>{t(unit === 'PART' ? 'total.parts' : 'total.recommendations', { counts: list(parts) || '–' })}</>
}

function Empty({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, day, list } = useT()
  const said = row.reports?.recommendationCount
  const { board } = row
  const counts = board
    ? (['approved', 'rejected', 'pending', 'passedThrough'] as const).filter(name => board[name] !== undefined).map(name => t(`total.${name}`, { n: board[name] ?? 0 }))
    : []
  if (!isKnown(entry, '/row/board', '/row/reports/recommendationCount', '/row/recommendations')) return <p className="empty"><NotOnRecord /></p>
  return (
    <p className="empty">
      {said === undefined && !board && t('board.none')}
      {said !== undefined && t('recs.notListed', { n: said })}{' '}
      {board && t('board.acted', { date: day(board.on) })}{' '}
      {board && counts.length > 0 && t(board.unit === 'PART' ? 'total.parts' : 'total.recommendations', { counts: list(counts) })}
    </p>
  )
}

/** Columns that show the way even while nothing is in them. */
const ALWAYS = new Set<Column>(['approved', 'underWay', 'reported', 'done'])

interface Props {
  entry: ReviewEntry
  all: [string, Brief][]
  details: Map<string, RecommendationEntry>
}

function Columns({ entry, all, details }: Props) {
  const { t, number } = useT()
  const placed = all.map(([key, brief]) => ({ key, brief, column: columnIn(entry, key), rank: rankOf(brief) }))
  const count = (column: Column) => placed.filter(one => one.column === column).length
  const columns = COLUMNS.filter(column => ALWAYS.has(column) || count(column) > 0)
  const ranks = RANKS.filter(rank => placed.some(one => one.rank === rank))
  const compact = all.length > ROOMY
  const narrow = useNarrow()
  const cards = (column: Column, rank: Rank) => (
    <div className={compact ? 'chips' : 'rcs'}>
      {placed.filter(one => one.rank === rank && one.column === column).map(({ key, brief }) =>
        compact ? <Chip key={key} review={entry.key} number={key} brief={brief} /> : <Cell key={key} review={entry.key} number={key} brief={brief} detail={details.get(key)} />)}
    </div>
  )
  if (narrow) {
    return columns.filter(column => count(column) > 0).map(column => (
      <section key={column} className="stack">
        <h3>{t(`column.${column}`)} <small>{number(count(column))}</small></h3>
        {ranks.filter(rank => placed.some(one => one.rank === rank && one.column === column)).map(rank => (
          <div key={rank} className="stack-r">
            {ranks.length > 1 && <PriorityMark priority={rank === 'NONE' ? undefined : rank} />}
            {cards(column, rank)}
          </div>
        ))}
      </section>
    ))
  }
  return (
    <div className="scrollx" tabIndex={0} role="region" aria-label={t('board.title')}>
      <table className="board">
        <colgroup><col className="c-p" />{columns.map(column => <col key={column} className={count(column) === 0 ? 'c-0' : ''} />)}</colgroup>
        <thead>
          <tr>
            <th scope="col"><span className="sr">{t('board.priority')}</span></th>
            {columns.map(column => <th key={column} scope="col">{t(`column.${column}`)} <small>{count(column) ? number(count(column)) : ''}</small></th>)}
          </tr>
        </thead>
        <tbody>
          {ranks.map(rank => (
            <tr key={rank}>
              <th scope="row"><PriorityMark priority={rank === 'NONE' ? undefined : rank} /></th>
              {columns.map(column => (
                <td key={column}>{cards(column, rank)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Chip({ review, number, brief }: { review: string; number: string; brief: Brief }) {
  return (
    <Link to="/reviews/$review/recommendations/$number" params={{ review, number }} className="chip" title={brief.title} data-row>
      {brief.printedAs}<span className="sr"> {brief.title}</span>
    </Link>
  )
}

/** The level of consensus, where it is known. */
const levelOf = (detail: RecommendationEntry | undefined) => (detail && isKnown(detail, '/row/consensus/level') ? detail.row.consensus?.level : undefined)

function Cell({ review, number, brief, detail }: { review: string; number: string; brief: Brief; detail?: RecommendationEntry }) {
  const { list } = useT()
  const to = Object.keys(detail?.row.addressees ?? {}).map(groupName)
  const level = levelOf(detail)
  const percent = detail && isKnown(detail, '/row/status') ? detail.row.status?.percent : undefined
  return (
    <article className="rc">
      <p className="rc-h">
        <Link to="/reviews/$review/recommendations/$number" params={{ review, number }} className="rl" data-row>{brief.printedAs}</Link>
        {level && <ConsensusMark level={level} />}
        <span className="grow" />
        <span className="sub clip">{list(to)}</span>
      </p>
      <p lang="en" dir="auto" className="clamp">{brief.title}</p>
      {percent !== undefined && <span className="bar"><i className="b-prog" style={{ flexGrow: percent }} /><i style={{ flexGrow: 100 - percent }} /></span>}
    </article>
  )
}

function Table({ entry, all, details }: Props) {
  const { t, word, list } = useT()
  return (
    <div className="scrollx" tabIndex={0} role="region" aria-label={t('board.title')}>
      <table className="tbl">
        <thead>
          <tr>{(['number', 'text', 'priority', 'consensus', 'board', 'where'] as const).map(name => <th key={name} scope="col">{t(`board.${name}`)}</th>)}</tr>
        </thead>
        <tbody>
          {all.map(([key, brief]) => {
            const level = levelOf(details.get(key))
            const at = under('/row/recommendations', key)
            return (
              <tr key={key}>
                <th scope="row"><Link to="/reviews/$review/recommendations/$number" params={{ review: entry.key, number: key }} data-row>{brief.printedAs}</Link></th>
                <td lang="en">{brief.title ?? '–'}</td>
                <td><PriorityMark priority={brief.priority} /></td>
                <td>{level ? <ConsensusMark level={level} text /> : '–'}</td>
                <td><Value entry={entry} pointer={under(at, 'parts')} label={t('board.board')}>{list([...new Set(Object.values(brief.parts ?? {}))].map(disposition => word('disposition', disposition))) || '–'}</Value></td>
                <td className="nowrap">{t(`column.${columnIn(entry, key)}`)}{brief.status && isKnown(entry, under(at, 'status')) && <span className="sub block">{word('status', brief.status)}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
