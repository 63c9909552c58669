import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import type { Acting } from '../acting'
import { namePerson, rehearse, send, type Between, type Tried } from '../api/commands'
import { useEvent, usePeople, waitForPosition } from '../api/queries'
import type { TrailRow } from '../api/rows'
import { actingWords } from '../shell/ActingFor'
import { useSentence } from '../words/sentence'
import { Confirm } from './Confirm'
import { Conflict } from './Conflict'
import { Asked, Form, idOf } from './Asked'
import {
  asksForNumber, commandsOf, keepDraft, keptDraft, newDraft, newKey, typedFrom, wrongIn, type Draft, type WrongInForm,
} from './draft'
import { emptyOf, valuesOf, type Field } from './fields'
import { formFor, type Subject } from './forms'
import { useRecordWords, type RecordKey } from './messages'
import { say } from './said'
import { isRetraction, type Stream } from './streams'
import { When } from './When'

/** What is recorded about, as the page shows it. */
export interface About {
  stream: Stream
  verb: string
  subject: Subject
  /** the stream's version as the page shows it */
  version: number | undefined
  topic: string
  /** the position of the stream's last fact */
  last: number | undefined
}

type Step =
  | { is: 'form' }
  | { is: 'confirm'; tried: Tried[] }
  | { is: 'conflict'; events: Between[]; tried: Tried[] }
  | { is: 'catching-up' }

/** The form, the sheet to confirm it, and what may come in between. */
export function Filling({ about, acting, of, corrected, fieldsFor, close, changeActing }: {
  about: About
  acting: Acting
  of: string
  corrected: TrailRow | undefined
  fieldsFor: (verb: string) => Field[]
  close: () => void
  changeActing: () => void
}) {
  const { stream, verb, subject, version, topic, last } = about
  const speaker = useRecordWords()
  const { r, t } = speaker
  const client = useQueryClient()
  const people = usePeople()
  const told = useSentence()
  const correctsId = corrected?.eventId
  const fresh = useCallback((): Draft => {
    const draft = { ...newDraft(verb, fieldsFor(verb), acting), version }
    if (!corrected) return draft
    const values = isRetraction(verb) ? emptyOf(fieldsFor(verb)) : valuesOf(fieldsFor(verb), corrected.payload)
    return { ...draft, ...typedFrom(corrected.payload.on), entries: [values], corrects: corrected.eventId }
  }, [verb, acting, version, corrected, fieldsFor])
  const kept = useMemo(() => keptDraft(stream, verb, correctsId), [stream, verb, correctsId])
  const [draft, setDraft] = useState<Draft>(() => kept ?? fresh())
  const [wasKept, setWasKept] = useState(kept !== undefined)
  const [step, setStep] = useState<Step>({ is: 'form' })
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<WrongInForm[]>([])
  const [problem, setProblem] = useState<string>()
  const [partly, setPartly] = useState<string>()
  const summary = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLHeadingElement>(null)

  // The row may arrive after the form has opened; from then on the version stays that on which the form was filled in.
  useEffect(() => {
    setDraft(before => (before.version === undefined && version !== undefined ? { ...before, version } : before))
  }, [version])

  const change = useCallback((next: Draft) => {
    setDraft(next)
    keepDraft(stream, verb, correctsId, next)
  }, [stream, verb, correctsId])

  const fields = useMemo(() => fieldsFor(draft.verb), [fieldsFor, draft.verb])
  const commands = () => commandsOf(stream, draft, fields, acting)

  useEffect(() => {
    if (wrong.length > 0 || problem) summary.current?.focus()
  }, [wrong, problem])
  useEffect(() => {
    if (step.is === 'confirm' || step.is === 'conflict') sheet.current?.focus()
  }, [step])

  const discard = () => {
    keepDraft(stream, verb, correctsId, undefined)
    close()
  }
  const startOver = () => {
    keepDraft(stream, verb, correctsId, undefined)
    setDraft(fresh())
    setWasKept(false)
    setWrong([])
  }

  const check = async () => {
    const found = wrongIn(stream, draft, fields, acting)
    setWrong(found)
    setProblem(undefined)
    setPartly(undefined)
    if (found.length > 0) return summary.current?.focus()
    setBusy(true)
    try {
      const tried = await rehearse(commands(), acting)
      const malformed = tried.find(result => result.kind === 'malformed')
      if (malformed) setProblem(r('record.malformed', { words: malformed.malformed }))
      else setStep({ is: 'confirm', tried })
    } catch {
      setProblem(r('record.failed'))
    } finally {
      setBusy(false)
    }
  }

  const recorded = async (position: number, sentences: string[]) => {
    keepDraft(stream, verb, correctsId, undefined)
    const shown = await waitForPosition(topic, position)
    void client.invalidateQueries({ queryKey: ['possible'] })
    void client.invalidateQueries({ queryKey: ['people'] })
    const words = sentences.length > 1
      ? r('record.done.several', { n: sentences.length, position, sentence: sentences.at(-1) })
      : r('record.done', { position, sentence: sentences[0] })
    say({ words, catchingUp: !shown })
    if (shown) close()
    else setStep({ is: 'catching-up' })
  }

  const record = async (onVersion: number | undefined, tried: Tried[]) => {
    setBusy(true)
    setProblem(undefined)
    setPartly(undefined)
    try {
      const all = commands()
      const used = JSON.stringify(all)
      for (const [id, name] of Object.entries(draft.names)) if (used.includes(`"${id}"`)) await namePerson(id, name)
      let seen = asksForNumber(stream, draft.verb) ? undefined : onVersion
      let position = 0
      const said: string[] = []
      for (const [index, command] of all.entries()) {
        const sent = await send(command, command.key, seen, acting)
        if (sent.kind === 'recorded') {
          position = sent.receipt.position
          seen = sent.receipt.version
          const result = tried[index]
          if (result?.kind === 'event') said.push(told({ ...result.event, stream: command.stream }))
          continue
        }
        if (index > 0) setPartly(r('record.part.recorded', { n: index, all: all.length }))
        if (sent.kind === 'conflict') return setStep({ is: 'conflict', events: sent.events, tried })
        if (sent.kind === 'refused') return setStep({ is: 'confirm', tried: [{ kind: 'refused', refused: sent.refused }] })
        return setProblem(r('record.malformed', { words: sent.malformed }))
      }
      await recorded(position, said)
    } catch {
      setProblem(r('record.failed'))
    } finally {
      setBusy(false)
    }
  }

  const after = (events: Between[]) => events.at(-1)?.version ?? version
  const canRecord = step.is === 'confirm' && step.tried.every(({ kind }) => kind === 'event')
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return
    event.preventDefault()
    if (step.is === 'form') void check()
    else if (canRecord && step.is === 'confirm') void record(draft.version, step.tried)
  }

  const labelOf = (path: string): string => {
    const named: Record<string, RecordKey> = {
      'on.date': 'record.when', 'on.reason': 'record.reason', 'on.address': 'record.evidence', 'on.by': 'record.by', 'on.byGroup': 'record.by.group',
      'on.grade': 'record.grade',
    }
    const own = named[path]
    return own ? r(own) : speaker.label(draft.verb, path.split('.').filter(part => !/^\d+$/.test(part)).at(-1) ?? path)
  }
  const wordsOf = ({ path, why }: WrongInForm) => r(`wrong.${why}`, { field: labelOf(path) })
  const context = {
    verb: draft.verb,
    wrong: (path: string) => {
      const found = wrong.find(other => other.path === path)
      return found && wordsOf(found)
    },
    names: draft.names,
    stream: stream.stream,
    corrects: correctsId,
    named: (id: string, name: string) => setDraft(before => ({ ...before, names: { ...before.names, [id]: name } })),
  }
  const OwnForm = formFor(draft.verb)

  if (step.is === 'catching-up') {
    return (
      <>
        <p role="status">{r('record.done.catchingUp')}</p>
        <div className="form-f"><Button className="btn solid" autoFocus onPress={close}>{t('close')}</Button></div>
      </>
    )
  }

  return (
    <div className="rec" onKeyDown={press}>
      <p className="rec-who">
        {r('record.as', { person: people(acting.person), capacity: actingWords(speaker, acting.actingFor) })}{' '}
        {step.is === 'form' && <Button className="btn tiny ghost" onPress={changeActing}>{r('record.as.change')}</Button>}
      </p>
      {step.is !== 'conflict' && <Changed of={of} filledOn={draft.version} version={version} last={last} />}
      {(wrong.length > 0 || problem) && (
        <div className="notice failed" role="alert" tabIndex={-1} ref={summary}>
          {problem ?? <b>{r('record.summary', { n: wrong.length })}</b>}
          {!problem && (
            <ul>
              {wrong.map(found => (
                <li key={found.path}><a href={`#${idOf(found.path)}`} onClick={event => { event.preventDefault(); focusField(found.path) }}>{wordsOf(found)}</a></li>
              ))}
            </ul>
          )}
        </div>
      )}
      {partly && <p className="notice" role="status">{partly}</p>}

      {step.is === 'form' && (
        <form className="form" noValidate onSubmit={event => { event.preventDefault(); void check() }}>
          <Form value={context}>
            {wasKept && (
              <p className="rec-kept">{r('record.draft.kept')} <Button className="btn tiny" onPress={startOver}>{r('record.draft.discard')}</Button></p>
            )}
            {corrected && (
              <p className="notice">
                {isRetraction(verb)
                  ? r('record.retracts', { position: corrected.position, sentence: told(corrected) })
                  : r('record.corrects', { position: corrected.position })}
              </p>
            )}
            {asksForNumber(stream, draft.verb) && (
              <Asked path="number" label={speaker.label(draft.verb, 'number')} hint={speaker.hint(draft.verb, 'number')} needed>
                {described => <input className="input" autoComplete="off" value={draft.number} onChange={event => change({ ...draft, number: event.target.value })} {...described} />}
              </Asked>
            )}
            <OwnForm draft={draft} change={change} fields={fields} subject={subject} />
            <When draft={draft} change={change} acting={acting} />
          </Form>
          <div className="form-f">
            <Button className="btn" onPress={close}>{r('record.cancel')}</Button>
            <Button type="submit" className="btn solid" isPending={busy}>{busy ? r('record.checking') : r('record.review')}</Button>
          </div>
        </form>
      )}

      {step.is === 'confirm' && (
        <Confirm
          heading={sheet} tried={step.tried} streams={commands().map(command => command.stream)} draft={draft} stream={stream} back={() => setStep({ is: 'form' })}
          footer={
            <>
              <Button className="btn" onPress={() => setStep({ is: 'form' })} isDisabled={busy}>{r('record.back')}</Button>
              {canRecord && (
                <Button className="btn solid" isPending={busy} aria-keyshortcuts="Control+Enter Meta+Enter" onPress={() => void record(draft.version, step.tried)}>
                  {busy ? r('record.recording') : r(isRetraction(verb) ? 'record.submit.retraction' : corrected ? 'record.submit.correction' : 'record.submit')}
                </Button>
              )}
            </>
          }
        />
      )}

      {step.is === 'conflict' && (
        <Conflict
          heading={sheet} events={step.events} yours={step.tried.flatMap(result => (result.kind === 'event' ? [{ ...result.event, stream: stream.stream }] : []))}
          busy={busy} discard={discard}
          edit={() => {
            change({ ...draft, key: newKey(), version: after(step.events) })
            setStep({ is: 'form' })
          }}
          keep={() => {
            change({ ...draft, version: after(step.events) })
            void record(after(step.events), step.tried)
          }}
        />
      )}
    </div>
  )
}

function focusField(path: string) {
  const place = document.getElementById(idOf(path))
  const control = place?.matches('fieldset') ? place.querySelector<HTMLElement>('input, select, textarea') : place
  ;(control ?? place)?.focus()
}

/** A quiet line when the page's row moves on while the form is open; nothing in the form is touched. */
function Changed({ of, filledOn, version, last }: { of: string; filledOn: number | undefined; version: number | undefined; last: number | undefined }) {
  const { r } = useRecordWords()
  const told = useSentence()
  const changed = filledOn !== undefined && version !== undefined && version > filledOn
  const { data } = useEvent(changed ? last : undefined)
  if (!changed) return null
  return <p className="rec-changed" role="status">{r('record.changed', { of, sentence: data ? told(data.row) : '…' })}</p>
}
