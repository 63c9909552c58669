import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { GroupEntry, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { PriorityMark } from '../../kit/marks'
import { countIn, entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'
import { byNumber, columnIn } from '../review/board'

const SHOWN = 10

/** Recommendations addressed or passed to the body or one of its parts. */
export function Concerns({ entry, reviews }: { entry: GroupEntry; reviews: ReviewEntry[] }) {
  const { t, range } = useT()
  const [all, setAll] = useState(false)
  const rows = entriesOf(entry, '/row/recommendations', entry.row.recommendations).sort(byNumber)
  const byKey = new Map(reviews.map(one => [one.key, one]))
  return (
    <section className="panel" id="concerns">
      <div className="panel-h"><h2>{t('org.recs')} {rows.length > 0 && <small>{range(countIn(entry, '/row/recommendations', entry.row.recommendations))}</small>}</h2></div>
      {rows.length === 0 ? <p className="empty">{t('org.recs.none')}</p> : (
        <ul className="plain">
          {rows.slice(0, all ? undefined : SHOWN).map(([id, { review, printedAs, title, passed }]) => {
            const key = id.split('/')[1] ?? ''
            const of = byKey.get(review)
            const row = of?.row
            const brief = row?.recommendations?.[key]
            const column = of && brief && columnIn(of, key)
            const certain = isKnown(entry, under('/row/recommendations', id))
            return (
              <li key={id}>
                <span className="grow">
                  <Link to="/reviews/$review/recommendations/$number" params={{ review, number: key }} data-row>{row?.printedAs ?? review.toUpperCase()} {printedAs}</Link> <span lang="en">{title}</span>
                  <span className="sub block">
                    {column && t(`column.${column}`)}
                    {!certain && <>{column && ' · '}<NotOnRecord /></>}
                    {certain && passed && column !== 'passedThrough' && <>{column && ' · '}{t('org.passed')}</>}
                  </span>
                </span>
                {brief?.priority && <PriorityMark priority={brief.priority} />}
              </li>
            )
          })}
        </ul>
      )}
      {!all && rows.length > SHOWN && <Button className="btn ghost tiny" onPress={() => setAll(true)}>{t('org.changed.more', { n: rows.length })}</Button>}
    </section>
  )
}
