import { useNavigate } from '@tanstack/react-router'
import type { ReactNode, RefObject } from 'react'
import { Button } from 'react-aria-components'
import type { Refused, Tried } from '../api/commands'
import type { Search } from '../moment'
import { useSentence, type Told } from '../words/sentence'
import { dateOf } from './dates'
import type { Draft } from './draft'
import { useRecordWords } from './messages'
import type { Stream } from './streams'

/** What will be recorded, in words and exactly; or why it will not. */
export function Confirm({ heading, tried, streams, draft, stream, back, footer }: {
  heading: RefObject<HTMLHeadingElement | null>
  tried: Tried[]
  streams: string[]
  draft: Draft
  stream: Stream
  back: () => void
  footer: ReactNode
}) {
  const { r, day, rule, verb } = useRecordWords()
  const told = useSentence()
  const navigate = useNavigate()
  const refused = tried.find(result => result.kind === 'refused')
  const when = dateOf(draft.date)
  const follow = (next: string) => {
    back()
    const { review, number } = stream
    const search = (before: Search) => ({ ...before, corrects: undefined })
    void (number === undefined
      ? navigate({ to: '/reviews/$review/record/$verb', params: { review, verb: next }, search })
      : navigate({ to: '/reviews/$review/recommendations/$number/record/$verb', params: { review, number, verb: next }, search }))
  }
  return (
    <section className="rec-sheet">
      <h3 tabIndex={-1} ref={heading}>{r(refused ? 'record.refused' : 'record.wouldBe')}</h3>
      {refused ? <Refusal refused={refused.refused} words={rule(refused.refused)} verb={verb} follow={follow} /> : <p className="rec-forever">{r('record.forever')}</p>}
      {!refused && when && <p className="hint">{r('record.effective', { date: day({ on: when.date, precision: when.precision }) })}</p>}
      {tried.map((result, index) => {
        if (result.kind === 'already') return <p key={index} className="notice">{r('record.already', { position: result.receipt.position })}</p>
        if (result.kind !== 'event') return null
        const fact: Told = { ...result.event, stream: streams[index] ?? stream.stream }
        const waived = fact.payload.on.attested?.waived ?? []
        return (
          <div key={index} className="rec-event">
            <blockquote>{told(fact)}</blockquote>
            {waived.length > 0 && (
              <div className="notice">
                <p>{r('record.waived')}</p>
                <ul>{waived.map(name => <li key={name}>{rule({ rule: name, detail: name })}</li>)}</ul>
              </div>
            )}
            <details>
              <summary>{r('record.event')}: {fact.type} {draft.version !== undefined && r('record.onVersion', { version: draft.version })}</summary>
              <pre tabIndex={0}>{JSON.stringify(fact.payload, null, 2)}</pre>
            </details>
          </div>
        )
      })}
      {!refused && !draft.address.trim() && <p className="hint">{r('record.noEvidence')}</p>}
      <div className="form-f">{footer}</div>
    </section>
  )
}

function Refusal({ refused, words, verb, follow }: { refused: Refused; words: string; verb: (verb: string) => string; follow: (verb: string) => void }) {
  const { r } = useRecordWords()
  const next = refused.nextStep
  return (
    <div className="notice failed" role="alert">
      <p>{words}</p>
      <p className="hint">{r('record.refused.rule')}: <code>{refused.rule}</code></p>
      {next && <Button className="btn tiny" onPress={() => follow(next)}>{r('record.nextStep', { verb: verb(next) })}</Button>}
    </div>
  )
}
