import { Link } from '@tanstack/react-router'
import { usePeople, useTrail, type TrailFilter } from '../../api/queries'
import { useT } from '../../i18n'
import { EventIcon } from '../../kit/marks'
import { useSentence } from '../../words/sentence'
import { Shown } from '../../kit/states'

const SHOWN = 8

/** The last facts of a review or of one stream, newest first. */
export function Recent({ review, stream, all }: { review: string; stream?: string; all?: boolean }) {
  const { t, day } = useT()
  const person = usePeople()
  const sentence = useSentence()
  const filter: TrailFilter = stream ? { stream } : { review }
  const read = useTrail(filter, all ? 200 : SHOWN)
  return (
    <section className="panel" id="history">
      <div className="panel-h">
        <h2>{t('recent.title')}</h2><span className="grow" />
        <Link className="more" to="/history" search={stream ? { stream } : { review }}>{t('feed.all')}</Link>
      </div>
      <Shown read={read} heights={[36, 36, 36, 36]}>
        {answer => {
          const rows = answer.rows.filter(({ row }) => (stream ? row.stream === stream : row.review === review)).sort((a, b) => b.row.position - a.row.position)
          if (rows.length === 0) return <p className="empty">{t('feed.empty')}</p>
          return (
            <ul className="plain log">
              {rows.slice(0, all ? undefined : SHOWN).map(({ key, row }) => (
                <li key={key}>
                  <EventIcon type={row.type} />
                  <Link to="/history" search={{ ...(stream ? { stream } : { review }), event: key }} className="grow quiet" data-row>{sentence(row)}</Link>
                  {row.recordedBy && <bdi className="sub who">{person(row.recordedBy)}</bdi>}
                  <time className="sub nowrap" dateTime={row.payload.on.occurredOn}>{day({ on: row.payload.on.occurredOn, precision: row.payload.on.precision ?? 'DAY' })}</time>
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
    </section>
  )
}
