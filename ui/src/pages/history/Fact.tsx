import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Button, Dialog, Heading } from 'react-aria-components'
import { useEvent, usePeople } from '../../api/queries'
import type { TrailRow } from '../../api/rows'
import { lastDay } from '../../days'
import { useT } from '../../i18n'
import { EventIcon } from '../../kit/marks'
import { useRules } from '../../kit/rules'
import { Skeleton, Unread } from '../../kit/states'
import { FactActions } from '../../record/RecordMenu'
import { actingWords } from '../../shell/ActingFor'
import { decidedBy, useSentence } from '../../words/sentence'
import { Effect } from './Effect'

/** One event in full: what, when, in whose name, on what evidence, what it changed, and the event itself. */
export function Fact({ position, asDialog }: { position: number; asDialog?: boolean }) {
  const { t, number } = useT()
  const read = useEvent(position)
  const heading = t('hist.event', { n: number(position) })
  const body = read.isError ? <Unread error={read.error} retry={() => void read.refetch()} />
    : read.data ? <Told row={read.data.row} />
    : read.isPending ? <Skeleton heights={[40, 20, 120]} />
    : <p className="empty">{t('why.unknown', { n: number(position) })}</p>
  if (!asDialog) return <><p className="eyebrow">{heading}</p>{body}</>
  return (
    <Dialog className="modal-in" aria-label={heading}>
      <div className="panel-h"><Heading slot="title" className="eyebrow">{heading}</Heading><span className="grow" /><Button slot="close" className="icon" aria-label={t('hist.close')}><X size={18} aria-hidden /></Button></div>
      {body}
    </Dialog>
  )
}

function Told({ row }: { row: TrailRow }) {
  const speaker = useT()
  const { t, day, dateTime, word, number } = speaker
  const person = usePeople()
  const sentence = useSentence()
  const rule = useRules()
  const { on } = row.payload
  const [, review = '', recommendation] = row.stream.split('/')
  const then = lastDay(on.occurredOn, on.precision ?? 'DAY')
  const recordedOn = row.recordedAt.slice(0, 10)
  const waived = on.attested?.waived ?? []
  return (
    <>
      <p className="why-s">
        <EventIcon type={row.type} />
        {recommendation
          ? <Link to="/reviews/$review/recommendations/$number" params={{ review, number: recommendation }}>{sentence(row)}</Link>
          : <Link to="/reviews/$review" params={{ review }}>{sentence(row)}</Link>}
      </p>
      <dl className="pairs">
        <div><dt>{t('hist.happened')}</dt><dd>{day({ on: on.occurredOn, precision: on.precision ?? 'DAY' })}</dd></div>
        <div><dt>{t('hist.by')}</dt><dd>{decidedBy(speaker, on.by)}</dd></div>
        <div><dt>{t('hist.recorded')}</dt><dd>{dateTime(row.recordedAt)}</dd></div>
        <div>
          <dt>{t('hist.who')}</dt>
          <dd>{row.recordedBy && <bdi>{person(row.recordedBy)}</bdi>}{row.actingFor && <> · {actingWords(speaker, row.actingFor)}</>}{!row.authenticated && <span className="sub block">{t('hist.notProven')}</span>}</dd>
        </div>
        {row.pack && <div><dt>{t('hist.pack')}</dt><dd className="mono">{row.pack}</dd></div>}
        {row.corrects && <div><dt>{t('hist.corrects')}</dt><dd className="mono">{row.corrects}</dd></div>}
        {on.attested && <div><dt>{t('hist.grade')}</dt><dd>{word('grade', on.attested.grade)}</dd></div>}
      </dl>
      {on.reason && <p className="sub">{t('hist.reason')}: <bdi>{on.reason}</bdi></p>}
      {(on.evidence ?? []).length > 0 && (
        <div>
          <h3>{t('hist.evidence')}</h3>
          <ul className="why-l">
            {(on.evidence ?? []).map(({ address, title }) => (
              <li key={address}>{address.startsWith('http') ? <a href={address} rel="noreferrer" lang="en">{title ?? address}</a> : <span lang="en">{title ?? address}</span>}</li>
            ))}
          </ul>
        </div>
      )}
      {waived.length > 0 && (
        <div>
          <h3>{t('hist.waived')}</h3>
          <ul className="why-l">{waived.map(name => <li key={name}>{rule(name)}</li>)}</ul>
        </div>
      )}
      <Effect row={row} />
      <details className="more-of">
        <summary>{t('hist.payload')}</summary>
        <pre tabIndex={0} aria-label={t('hist.payload')}>{JSON.stringify({ type: row.type, stream: row.stream, version: row.version, eventId: row.eventId, payload: row.payload }, null, 1)}</pre>
      </details>
      <div className="btns">
        <Link className="btn tiny" to="/reviews/$review" params={{ review }} search={before => ({ ...before, asOf: then > recordedOn ? recordedOn : then, knownAt: undefined }) as never}>{t('hist.seeThen')}</Link>
        <Link className="btn ghost tiny" to="/" search={before => ({ ...before, asOf: undefined, knownAt: String(row.position) }) as never} title={t('past.knownAtPosition', { n: number(row.position) })}>{t('hist.knownThen')}</Link>
      </div>
      <FactActions fact={row} />
    </>
  )
}
