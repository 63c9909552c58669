import type { RefObject } from 'react'
import { Button } from 'react-aria-components'
import type { Between } from '../api/commands'
import { usePeople } from '../api/queries'
import { actingWords } from '../shell/ActingFor'
import { useSentence, type Told } from '../words/sentence'
import { useRecordWords } from './messages'

/** Others recorded on the same stream since the form was opened: theirs, yours, and what to do about it. */
export function Conflict({ heading, events, yours, busy, keep, edit, discard }: {
  heading: RefObject<HTMLHeadingElement | null>
  events: Between[]
  yours: Told[]
  busy: boolean
  keep: () => void
  edit: () => void
  discard: () => void
}) {
  const speaker = useRecordWords()
  const { r } = speaker
  const people = usePeople()
  const told = useSentence()
  return (
    <section className="rec-sheet">
      <h3 tabIndex={-1} ref={heading}>{r('record.conflict')}</h3>
      <h4>{r('record.conflict.theirs')}</h4>
      <ul className="rec-list">
        {events.map(event => (
          <li key={event.position}>
            <b>{told(event)}</b>
            <span className="hint">
              {[speaker.dateTime(event.recordedAt), event.recordedBy && people(event.recordedBy), event.actingFor && actingWords(speaker, event.actingFor)]
                .filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <h4>{r('record.conflict.yours')}</h4>
      <ul className="rec-list">{yours.map((fact, index) => <li key={index}><b>{told(fact)}</b></li>)}</ul>
      <div className="form-f">
        <Button className="btn ghost" onPress={discard}>{r('record.conflict.discard')}</Button>
        <Button className="btn" onPress={edit}>{r('record.conflict.edit')}</Button>
        <Button className="btn solid" isPending={busy} onPress={keep}>{r(busy ? 'record.recording' : 'record.conflict.keep')}</Button>
      </div>
    </section>
  )
}
