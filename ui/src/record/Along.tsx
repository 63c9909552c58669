import { useQuery } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { Button } from 'react-aria-components'
import { getAll } from '../api/client'
import type { Page, TrailEntry, TrailRow } from '../api/rows'
import { Skeleton, Unread } from '../kit/states'
import { useSentence } from '../words/sentence'
import { AskedGroup, Form } from './Asked'
import { useRecordWords } from './messages'

const SHOWN = 12

/** The facts of a stream that may go with one that is taken back: no retractions, and nothing that another fact corrects or takes back. */
export function along(facts: TrailRow[], retracted: string | undefined): TrailRow[] {
  const replaced = new Set(facts.flatMap(({ payload }) => [payload.on.corrects, ...(Array.isArray(payload.also) ? (payload.also as string[]) : [])]))
  return facts.filter(({ eventId, type }) => eventId !== retracted && !replaced.has(eventId) && !type.endsWith('FactRetracted'))
}

/** Asks which other facts of the stream go with the one that is taken back. */
export function FactsAsked({ path, label, value, change }: { path: string; label: string; value: string[]; change: (value: string[]) => void }) {
  const { r, t, day } = useRecordWords()
  const told = useSentence()
  const { stream, corrects } = useContext(Form)
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const read = useQuery({
    queryKey: ['facts', stream],
    queryFn: ({ signal }) => getAll<TrailEntry, Page<TrailEntry>>('/api/trail', { stream }, signal),
    staleTime: 0,
  })
  if (read.isError) return <Unread error={read.error} retry={() => void read.refetch()} />
  if (read.isPending) return <Skeleton heights={[36]} />
  const facts = along(read.data.rows.map(({ row }) => row), corrects)
  const found = facts.filter(fact => value.includes(fact.eventId) || told(fact).toLowerCase().includes(text.trim().toLowerCase()))
  const shown = found.filter(({ eventId }, index) => all || index < SHOWN || value.includes(eventId))
  const toggle = (id: string) => change(value.includes(id) ? value.filter(other => other !== id) : [...value, id])
  return (
    <AskedGroup path={path} label={label}>
      {facts.length === 0 ? <p className="hint">{r('record.along.none')}</p> : (
        <details open={value.length > 0 || undefined}>
          <summary>{r('record.along', { n: value.length })}</summary>
          {facts.length > SHOWN && <input className="input" type="search" aria-label={r('record.along.find')} placeholder={r('record.along.find')} value={text} onChange={event => setText(event.target.value)} />}
          <div className="along">
            {shown.map(fact => (
              <label key={fact.eventId} className="radio">
                <input type="checkbox" checked={value.includes(fact.eventId)} onChange={() => toggle(fact.eventId)} />
                <span>{told(fact)} <time className="hint" dateTime={fact.payload.on.occurredOn}>{day({ on: fact.payload.on.occurredOn, precision: fact.payload.on.precision ?? 'DAY' })}</time></span>
              </label>
            ))}
          </div>
          {shown.length < found.length && <Button className="btn ghost tiny" onPress={() => setAll(true)}>{t('org.changed.more', { n: found.length })}</Button>}
        </details>
      )}
    </AskedGroup>
  )
}
