import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { RecBars } from '../../kit/RecBars'
import { EventIcon, Pipeline, StateMark, useScheduleWords } from '../../kit/marks'

interface Props {
  entry: ReviewEntry
  today: string
}

const scheduleOf = ({ standing }: ReviewEntry) => `${standing.state} ${standing.health} ${standing.slipDays}`
const recsOf = ({ standing }: ReviewEntry) => JSON.stringify(standing.progress)

export const Row = memo(function Row({ entry, today }: Props) {
  const words = useScheduleWords(true)
  const { row, standing } = entry
  return (
    <tr>
      <th scope="row">
        <Link to="/reviews/$review" params={{ review: entry.key }} className="rl" data-row>{row.printedAs}</Link>
        <span className="sub name" lang="en">{row.name}</span>
      </th>
      <Flash as="td" of={standing.stage}><Pipeline entry={entry} /></Flash>
      <Flash as="td" of={scheduleOf(entry)}>
        <StateMark entry={entry} />
        <span className="sub block">{words(entry)}</span>
      </Flash>
      <Flash as="td" of={recsOf(entry)}><RecBars entry={entry} /></Flash>
      <Flash as="td" of={row.last.position}><Last entry={entry} today={today} /></Flash>
    </tr>
  )
})

function Last({ entry: { row }, today }: Props) {
  const { t, word, ago } = useT()
  const number = row.last.stream.split('/')[2]
  return (
    <span className="last">
      <EventIcon type={row.last.type} />
      <span>
        <span className="clamp">{number && <b>{t('rec.short', { number: printed(row, number) })} </b>}{word('eventName', row.last.type)}</span>
        <time className="sub block" dateTime={row.last.on.on}>{ago(row.last.on, today)}</time>
      </span>
    </span>
  )
}

const printed = (row: ReviewEntry['row'], number: string) => row.recommendations?.[number]?.printedAs ?? number

export const Card = memo(function Card({ entry, today }: Props) {
  const { t, word, ago } = useT()
  const words = useScheduleWords()
  const { row } = entry
  const number = row.last.stream.split('/')[2]
  return (
    <li className="card">
      <div className="card-h">
        <div>
          <Link to="/reviews/$review" params={{ review: entry.key }} className="rl" data-row>{row.printedAs}</Link>
          <span className="sub block" lang="en">{row.name}</span>
        </div>
        <Flash as="div" of={scheduleOf(entry)} className="end-al"><StateMark entry={entry} /><span className="sub block">{words(entry)}</span></Flash>
      </div>
      <Pipeline entry={entry} />
      <RecBars entry={entry} />
      <p className="card-f">
        <EventIcon type={row.last.type} />
        <span>{number && `${t('rec.short', { number: printed(row, number) })} `}{word('eventName', row.last.type)} · <time dateTime={row.last.on.on}>{ago(row.last.on, today)}</time></span>
      </p>
    </li>
  )
})
