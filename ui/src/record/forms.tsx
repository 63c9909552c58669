import { Plus } from 'lucide-react'
import { useEffect, type ComponentType } from 'react'
import { Button } from 'react-aria-components'
import type { RecommendationRow, ReviewRow } from '../api/rows'
import { milestoneName } from '../words/sentence'
import { Control, Controls, DateAsked, Radios, Choice } from './Controls'
import type { DateParts } from './dates'
import type { Draft } from './draft'
import { emptyOf, type Field, type Values } from './fields'
import { useRecordWords } from './messages'

/** What a form is about, as the page shows it at this moment. */
export interface Subject {
  review?: ReviewRow
  recommendation?: RecommendationRow
}

export interface FormProps {
  draft: Draft
  change: (draft: Draft) => void
  fields: Field[]
  subject: Subject
}

const named = (fields: Field[], ...names: string[]) => names.flatMap(name => fields.find(field => field.name === name) ?? [])
const first = (draft: Draft): Values => draft.entries[0] ?? {}
const put = (draft: Draft, values: Values): Draft => ({ ...draft, entries: [{ ...first(draft), ...values }, ...draft.entries.slice(1)] })

/** A form made of the command's schema alone. */
export function Generated({ draft, change, fields }: FormProps) {
  return <Controls fields={fields} path="0" values={first(draft)} change={values => change(put(draft, values))} />
}

function AgreeScope({ draft, change, fields, subject }: FormProps) {
  const { r } = useRecordWords()
  const version = subject.review?.scope?.version ?? 0
  return (
    <>
      <p className="hint">{version > 0 ? r('record.scope.now', { version }) : r('record.scope.none')}</p>
      <Controls fields={fields} path="0" values={first(draft)} change={values => change(put(draft, values))} />
    </>
  )
}

/** Endorsing and raising a concern are two commands and one question. */
function AnswerScope({ draft, change, fields, subject }: FormProps) {
  const { r, label } = useRecordWords()
  const values = first(draft)
  const version = String(values.scopeVersion || (subject.review?.scope?.version ?? ''))
  useEffect(() => {
    if (!values.scopeVersion && version) change(put(draft, { scopeVersion: version }))
  }, [change, draft, values.scopeVersion, version])
  const answer = draft.verb === 'raise-scope-concern' ? 'concern' : values.withConditions === 'yes' || values.conditions ? 'conditions' : 'endorse'
  const choose = (chosen: string) => change({
    ...put(draft, { withConditions: chosen === 'conditions' ? 'yes' : '', ...(chosen === 'conditions' ? {} : { conditions: '' }), concern: values.concern ?? '', }),
    verb: chosen === 'concern' ? 'raise-scope-concern' : 'endorse-scope',
  })
  return (
    <>
      <Controls fields={named(fields, 'group')} path="0" values={values} change={next => change(put(draft, next))} />
      <Radios
        path="0.endorsement" label={Number(version) > 0 ? r('record.scope.answer', { version }) : r('record.scope.answer.none')} needed value={answer} choose={choose}
        options={[['endorse', r('record.scope.endorse')], ['conditions', r('record.scope.conditions')], ['concern', r('record.scope.concern')]]}
      />
      {answer === 'conditions' && (
        <Control field={{ name: 'conditions', kind: 'long', needed: true }} path="0.conditions" value={values.conditions ?? ''} change={conditions => change(put(draft, { conditions }))} />
      )}
      {answer === 'concern' && (
        <Control field={{ name: 'concern', kind: 'long', needed: true }} path="0.concern" value={values.concern ?? ''} change={concern => change(put(draft, { concern }))} />
      )}
      <details>
        <summary>{label(draft.verb, 'scopeVersion')}: {version}</summary>
        <Controls fields={named(fields, 'scopeVersion')} path="0" values={values} change={next => change(put(draft, next))} />
      </details>
    </>
  )
}

const PRIORITY_KEYS: Record<string, string> = { 1: 'HIGH', 2: 'MEDIUM', 3: 'LOW' }
const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')

function Prioritize({ draft, change, fields, subject }: FormProps) {
  const { r, word, label } = useRecordWords()
  const now = subject.recommendation?.priority
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const priority = PRIORITY_KEYS[event.key]
      if (!priority || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      event.preventDefault()
      change(put(draft, { priority }))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [change, draft])
  const options = named(fields, 'priority').flatMap(field => (field.kind === 'choice' ? field.options : []))
  const ordered = [...options.filter(code => code !== 'PREREQUISITE'), ...options.filter(code => code === 'PREREQUISITE')]
  return (
    <>
      <Now words={now && word('priority', now.priority)} />
      <Radios
        path="0.priority" label={label(draft.verb, 'priority')} hint={r('record.priority.keys')} needed value={String(first(draft).priority ?? '')}
        options={ordered.map(code => [code, word('priority', code)])} choose={priority => change(put(draft, { priority }))}
      />
      <Controls fields={named(fields, 'rationale')} path="0" values={first(draft)} change={values => change(put(draft, values))} />
    </>
  )
}

const MILESTONE_VERBS = ['reach-milestone', 'reschedule-milestone'] as const

/** Reached or rescheduled: two commands, one question about a milestone of the plan. */
function Milestone({ draft, change, fields, subject }: FormProps) {
  const { r, planned, label } = useRecordWords()
  const values = first(draft)
  const open = Object.entries(subject.review?.milestones ?? {})
  const chosen = subject.review?.milestones?.[String(values.milestone)]
  if (open.length === 0) return <p className="notice">{r('record.milestone.none')}</p>
  return (
    <>
      <Choice
        path="0.milestone" label={label(draft.verb, 'milestone')} needed value={String(values.milestone ?? '')}
        options={open.map(([slug, { name }]) => [slug, milestoneName(slug, name)])} choose={milestone => change(put(draft, { milestone }))}
      />
      {chosen?.firstPlan && (
        <p className="hint">{r('record.milestone.plan', { first: planned(chosen.firstPlan), now: planned(chosen.forecast ?? chosen.firstPlan) })}</p>
      )}
      <Radios
        path="0.what" label={r('record.milestone.what')} needed value={draft.verb}
        options={MILESTONE_VERBS.map(verb => [verb, r(verb === 'reach-milestone' ? 'record.milestone.reach' : 'record.milestone.reschedule')])}
        choose={verb => change({ ...put(draft, { dueOn: values.dueOn ?? { year: '', month: '', day: '', precision: 'DAY' } }), verb })}
      />
      {named(fields, 'dueOn').map(field => (
        <DateAsked key={field.name} path="0.dueOn" label={label(draft.verb, 'dueOn')} needed value={values.dueOn as DateParts} change={dueOn => change(put(draft, { dueOn }))} />
      ))}
    </>
  )
}

/** What the Board does, part by part where it splits a recommendation: one command for each part. */
function BoardAction({ draft, change, fields, subject }: FormProps) {
  const { r, word, label, t } = useRecordWords()
  const parts = Object.entries(subject.recommendation?.parts ?? {})
  const partName = (part: string) => (part === 'whole' ? t('rec.whole') : r('record.board.part', { n: part }))
  const several = draft.entries.length > 1
  const dispositions = named(fields, 'disposition').flatMap(field => (field.kind === 'choice' ? field.options : []))
  const putAt = (index: number, values: Values) =>
    change({ ...draft, entries: draft.entries.map((entry, at) => (at === index ? { ...entry, ...values } : entry)) })
  return (
    <>
      {parts.map(([part, { disposition }]) => <Now key={part} words={r('record.board.on', { part: partName(part), disposition: word('disposition', disposition) })} />)}
      {draft.entries.map((values, index) => (
        <section key={index} className={several ? 'entry' : 'fields'} aria-label={several ? r('record.board.part', { n: String(values.part || index + 1) }) : undefined}>
          <Control
            field={{ name: 'part', kind: 'text', needed: several }} path={`${index}.part`} value={values.part ?? ''} change={part => putAt(index, { part })}
          />
          <Radios
            path={`${index}.disposition`} label={label(draft.verb, 'disposition')} needed value={String(values.disposition ?? '')}
            options={dispositions.map(code => [code, word('disposition', code)])}
            choose={disposition => putAt(index, { disposition, ...(disposition === 'PASSED_THROUGH' ? {} : { passedTo: [] }) })}
          />
          {values.disposition === 'PASSED_THROUGH' && (
            <Controls fields={named(fields, 'passedTo').map(field => ({ ...field, needed: true }))} path={String(index)} values={values} change={next => putAt(index, next)} />
          )}
          <Controls
            fields={[
              ...named(fields, 'resolution'),
              ...(values.disposition && values.disposition !== 'APPROVED' ? named(fields, 'rationale') : []),
            ]}
            path={String(index)} values={values} change={next => putAt(index, next)}
          />
          {several && (
            <Button className="btn tiny" onPress={() => change({ ...draft, entries: draft.entries.filter((_, at) => at !== index) })}>
              {r('record.remove')}
            </Button>
          )}
        </section>
      ))}
      <p>
        <Button className="btn tiny" onPress={() => change({ ...draft, entries: [...draft.entries, { ...emptyOf(fields), resolution: first(draft).resolution }] })}>
          <Plus size={14} aria-hidden /> {r('record.add.part')}
        </Button>
      </p>
    </>
  )
}

function ImplementationStatus({ draft, change, fields, subject }: FormProps) {
  const { r, word } = useRecordWords()
  const now = subject.recommendation?.status
  return (
    <>
      <Now words={now && `${word('status', now.status)}${now.percent === undefined ? '' : `, ${now.percent} %`}`} />
      <Controls fields={fields} path="0" values={first(draft)} change={values => change(put(draft, values))} />
      <p className="hint">{r('record.reports')}</p>
    </>
  )
}

function Now({ words }: { words: string | undefined }) {
  const { r } = useRecordWords()
  return words ? <p className="now">{r('record.now', { words })}</p> : null
}

/** The decisions recorded most often have forms of their own; all others are made of their schema. */
const HAND_MADE: Record<string, ComponentType<FormProps>> = {
  'agree-scope': AgreeScope,
  'endorse-scope': AnswerScope,
  'raise-scope-concern': AnswerScope,
  'prioritize-recommendation': Prioritize,
  'reach-milestone': Milestone,
  'reschedule-milestone': Milestone,
  'record-board-action': BoardAction,
  'report-implementation-status': ImplementationStatus,
}

export const COMMON = Object.keys(HAND_MADE)

export const formFor = (verb: string): ComponentType<FormProps> => HAND_MADE[verb] ?? Generated

