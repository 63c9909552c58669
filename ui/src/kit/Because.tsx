import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useEvent, usePeople, useWhy, type Explained } from '../api/queries'
import type { TrailRow } from '../api/rows'
import { useT } from '../i18n'
import { actingWords } from '../shell/ActingFor'
import { useSentence } from '../words/sentence'
import { EventIcon } from './marks'
import { Unread } from './states'

const SHOWN = 5

/** The events behind a value: the one that set it last in full, those before it in a line each. */
export function Because(explained: Explained) {
  const { t } = useT()
  const read = useWhy(explained)
  if (read.isError) return <Unread error={read.error} retry={() => void read.refetch()} />
  if (read.isPending) return <p className="sub">{t('state.loading')}</p>
  const [last, ...earlier] = read.data.rows
  const { formula, unit } = read.data
  return (
    <>
      {formula && <Computed pointer={explained.pointer} formula={formula} unit={unit} />}
      {last ? <Cause row={last.row} /> : <p className="sub">{t('why.none')}</p>}
      {earlier.length > 0 && (
        <>
          <p className="eyebrow">{t('why.earlier')}</p>
          <ul className="why-l">{earlier.map(({ key, row }) => <li key={key}><Line row={row} /></li>)}</ul>
        </>
      )}
      {read.data.next && <Link className="link" to="/history" search={{ review: last?.row.review }}>{t('feed.all')}</Link>}
    </>
  )
}

const FORMULAS = ['stage', 'state', 'pausedSince', 'deferredUntil', 'health', 'slipDays', 'clocks', 'totals', 'progress', 'disposition', 'waitingFor'] as const

/** How a value is computed, in the reader's language; what this screen has no words for, in the server's. */
function Computed({ pointer, formula, unit }: { pointer: string; formula: string; unit?: string }) {
  const { t } = useT()
  const name = FORMULAS.find(one => one === pointer.split('/')[2])
  return (
    <>
      <p className="eyebrow">{t('why.computed')}</p>
      {name ? <p>{t(`why.formula.${name}`)}</p> : <p lang="en">{formula}{unit && ` (${unit})`}</p>}
      <p className="eyebrow">{t('why.from')}</p>
    </>
  )
}

/** Events by their positions, in a line each, under what is said of them. */
export function FactList({ positions, said }: { positions: number[]; said?: string }) {
  const { t } = useT()
  const [all, setAll] = useState(false)
  return (
    <>
      <p className="sub">{said ?? t('unknown.why')}</p>
      <ul className="why-l">{positions.slice(0, all ? undefined : SHOWN).map(position => <li key={position}><Fact position={position} /></li>)}</ul>
      {!all && positions.length > SHOWN && <Button className="btn ghost tiny" onPress={() => setAll(true)}>{t('org.changed.more', { n: positions.length })}</Button>}
    </>
  )
}

function Fact({ position }: { position: number }) {
  const { t, number } = useT()
  const read = useEvent(position)
  if (read.isError) return <Unread error={read.error} retry={() => void read.refetch()} />
  if (read.data) return <Line row={read.data.row} />
  return <span className="sub">{read.isPending ? t('state.loading') : t('why.unknown', { n: number(position) })}</span>
}

function Line({ row }: { row: TrailRow }) {
  const sentence = useSentence()
  const { day } = useT()
  const { on } = row.payload
  return (
    <>
      <Link to="/history" search={{ event: String(row.position) }}>{sentence(row)}</Link>{' '}
      <time className="sub" dateTime={on.occurredOn}>{day({ on: on.occurredOn, precision: on.precision ?? 'DAY' })}</time>
    </>
  )
}

/** One event in a sentence, with its evidence and who recorded it. */
function Cause({ row }: { row: TrailRow }) {
  const speaker = useT()
  const { t, number, day, dateTime, word } = speaker
  const person = usePeople()
  const sentence = useSentence()
  const { on } = row.payload
  return (
    <>
      <p className="why-s"><EventIcon type={row.type} /><span>{sentence(row)}</span></p>
      <p className="sub">{t('why.happened', { date: day({ on: on.occurredOn, precision: on.precision ?? 'DAY' }) })}</p>
      {on.reason && <p className="sub"><bdi>{on.reason}</bdi></p>}
      {(on.evidence ?? []).length > 0 && (
        <ul className="why-l">
          {(on.evidence ?? []).slice(0, 3).map(({ address, title }) => (
            <li key={address}>{address.startsWith('http') ? <a href={address} rel="noreferrer" lang="en">{title ?? address}</a> : <span lang="en">{title ?? address}</span>}</li>
          ))}
        </ul>
      )}
      <p className="sub">
        {t('why.recorded', {
          n: number(row.position),
          who: row.recordedBy ? person(row.recordedBy) : t('why.somebody'),
          capacity: row.actingFor ? actingWords(speaker, row.actingFor) : '',
          at: dateTime(row.recordedAt),
        })}
        {on.attested && <> {t('why.grade', { grade: word('grade', on.attested.grade) })}</>}
      </p>
      <Link className="link" to="/history" search={{ event: String(row.position) }}>{t('why.open')}</Link>
    </>
  )
}
