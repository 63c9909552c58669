import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useContext, useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { get } from '../api/client'
import type { Precision } from '../days'
import { GROUPS } from '../kit/groups'
import { FactsAsked } from './Along'
import { Asked, AskedGroup, Form } from './Asked'
import { asksFor, type DateParts } from './dates'
import { emptyOf, type Field, type Value, type Values } from './fields'
import { useRecordWords, wordsFor } from './messages'
import { personMeant } from './people'

export function Radios({ path, label, hint, needed, value, options, choose }: {
  path: string
  label: string
  hint?: string
  needed?: boolean
  value: string
  options: (readonly [string, string])[]
  choose: (value: string) => void
}) {
  const name = useId()
  return (
    <AskedGroup path={path} label={label} hint={hint} needed={needed}>
      <div className="radios">
        {options.map(([code, words]) => (
          <label key={code} className="radio">
            <input type="radio" name={name} value={code} checked={value === code} onChange={() => choose(code)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </AskedGroup>
  )
}

export function Choice({ path, label, hint, needed, value, options, choose }: Parameters<typeof Radios>[0]) {
  const { r } = useRecordWords()
  return (
    <Asked path={path} label={label} hint={hint} needed={needed}>
      {described => (
        <select className="input" value={value} onChange={event => choose(event.target.value)} {...described}>
          <option value="">{needed ? r('record.choose') : r('record.none')}</option>
          {options.map(([code, words]) => <option key={code} value={code}>{words}</option>)}
        </select>
      )}
    </Asked>
  )
}

const groups = GROUPS.map(({ code, printed }) => [code, printed] as const)

/** More options than this and a list is easier to scan than buttons. */
const MOST_RADIOS = 7

const PRECISIONS: Precision[] = ['DAY', 'MONTH', 'YEAR', 'BY']

/** Day, month and year in fields of their own: the same by keyboard, voice and touch, in every language. */
export function DateAsked({ path, label, hint, needed, value, change, by = false }: {
  path: string
  label: string
  hint?: string
  needed?: boolean
  value: DateParts
  change: (value: DateParts) => void
  /** whether "not later than" may be said of it */
  by?: boolean
}) {
  const { r, word, language } = useRecordWords()
  const wrong = useContext(Form).wrong(path)
  const asked = asksFor(value.precision)
  const part = (name: 'day' | 'month' | 'year', label: string, length: number) => (
    <label className={`datum ${name}`} key={name}>
      <span>{label}</span>
      <input
        className="input" inputMode="numeric" autoComplete="off" maxLength={length} value={value[name]} aria-invalid={wrong ? true : undefined}
        onChange={event => change({ ...value, [name]: event.target.value.replace(/\D/g, '') })}
      />
    </label>
  )
  const parts = [
    asked.day && part('day', r('record.day'), 2), asked.month && part('month', r('record.month'), 2), part('year', r('record.year'), 4),
  ].filter(Boolean)
  return (
    <AskedGroup path={path} label={label} hint={hint} needed={needed}>
      <div className="date">
        {language === 'zh' ? parts.reverse() : parts}
        <label className="datum">
          <span>{r('record.precision')}</span>
          <select className="input" value={value.precision} onChange={event => change({ ...value, precision: event.target.value as Precision })}>
            {PRECISIONS.filter(precision => by || precision !== 'BY').map(precision => (
              <option key={precision} value={precision}>{word('precision', precision)}</option>
            ))}
          </select>
        </label>
      </div>
    </AskedGroup>
  )
}

export function usePeopleNames(): Record<string, string> {
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => get<{ people: Record<string, string> }>('/api/people', {}, signal),
    staleTime: 60_000,
  })
  return data?.people ?? {}
}

function PersonAsked({ path, label, needed, id, change }: {
  path: string
  label: string
  needed?: boolean
  id: string
  change: (id: string) => void
}) {
  const { r } = useRecordWords()
  const people = usePeopleNames()
  const { names, named } = useContext(Form)
  const list = useId()
  const [typed, setTyped] = useState(names[id] ?? people[id] ?? id)
  const type = (text: string) => {
    setTyped(text)
    const meant = personMeant(text, people)
    change(meant?.id ?? '')
    if (meant?.name) named(meant.id, meant.name)
  }
  return (
    <Asked path={path} label={label} needed={needed} hint={r('record.person.hint')}>
      {described => (
        <>
          <input className="input" autoComplete="off" list={list} value={typed} onChange={event => type(event.target.value)} {...described} />
          <datalist id={list}>{Object.entries(people).map(([person, name]) => <option key={person} value={name} />)}</datalist>
          {id && id !== typed && <p className="hint">{r('record.person.id', { id })}</p>}
        </>
      )}
    </Asked>
  )
}

function GroupsAsked({ path, label, needed, value, change }: {
  path: string
  label: string
  needed?: boolean
  value: string[]
  change: (value: string[]) => void
}) {
  const toggle = (code: string) => change(value.includes(code) ? value.filter(other => other !== code) : [...value, code])
  const box = ({ code, printed }: { code: string; printed: string }) => (
    <label key={code} className="radio">
      <input type="checkbox" checked={value.includes(code)} onChange={() => toggle(code)} />
      <span>{printed}</span>
    </label>
  )
  const top = GROUPS.filter(({ kind }) => kind === 'SO' || kind === 'AC')
  const rest = GROUPS.filter(({ kind }) => kind !== 'SO' && kind !== 'AC')
  const { t } = useRecordWords()
  return (
    <AskedGroup path={path} label={label} needed={needed}>
      <div className="radios">{top.map(box)}</div>
      <details open={rest.some(({ code }) => value.includes(code))}>
        <summary>{t('groupKind.STAKEHOLDER_GROUP')} · {t('groupKind.CONSTITUENCY')} · {t('groupKind.RALO')} …</summary>
        <div className="radios">{rest.map(box)}</div>
      </details>
    </AskedGroup>
  )
}

/** Items that can be added and taken away, each asked for by a part of the form. */
function Items<T>({ items, change, empty, name, children }: {
  items: T[]
  change: (items: T[]) => void
  empty: T
  name: string
  children: (item: T, index: number, put: (item: T) => void) => ReactNode
}) {
  const { r } = useRecordWords()
  return (
    <>
      {items.map((item, index) => (
        <div className="item" key={index}>
          {children(item, index, put => change(items.map((old, at) => (at === index ? put : old))))}
          <Button className="icon" aria-label={`${r('record.remove')}: ${name} ${index + 1}`} onPress={() => change(items.filter((_, at) => at !== index))}>
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="btn tiny" aria-label={`${r('record.add')}: ${name}`} onPress={() => change([...items, empty])}>
        <Plus size={14} aria-hidden /> {r('record.add')}
      </Button>
    </>
  )
}

/** Asks for one field as its schema describes it. */
export function Control({ field, path, value, change }: { field: Field; path: string; value: Value | undefined; change: (value: Value) => void }) {
  const { verb } = useContext(Form)
  const { label: labelOf, hint: hintOf, word } = useRecordWords()
  const label = labelOf(verb, field.name)
  const hint = hintOf(verb, field.name)
  const { needed } = field
  switch (field.kind) {
    case 'choice': {
      const prefix = wordsFor(verb, field.name)
      const options = field.options.map(code => [code, word(prefix, code)] as const)
      const Kind = options.length <= MOST_RADIOS && needed ? Radios : Choice
      return <Kind path={path} label={label} hint={field.options.length > 0 && field.name === 'kind' ? undefined : hint} needed={needed} value={value as string} options={options} choose={change} />
    }
    case 'group': return <Choice path={path} label={label} needed={needed} value={value as string} options={groups} choose={change} />
    case 'groups': return <GroupsAsked path={path} label={label} needed={needed} value={value as string[]} change={change} />
    case 'planned': return <DateAsked path={path} label={label} hint={hint} needed={needed} value={value as DateParts} change={change} />
    case 'person': return <PersonAsked path={path} label={label} needed={needed} id={value as string} change={change} />
    case 'facts': return <FactsAsked path={path} label={label} value={value as string[]} change={change} />
    case 'people':
      return (
        <AskedGroup path={path} label={label} needed={needed}>
          <Items items={value as string[]} change={change} empty="" name={label}>
            {(id, index, put) => <PersonAsked path={`${path}.${index}`} label={`${label} ${index + 1}`} needed id={id} change={put} />}
          </Items>
        </AskedGroup>
      )
    case 'record':
      return (
        <AskedGroup path={path} label={label} needed={needed}>
          <div className="side"><Controls fields={field.fields} path={path} values={value as Values} change={change} /></div>
        </AskedGroup>
      )
    case 'list':
      return (
        <AskedGroup path={path} label={label} needed={needed}>
          <Items items={value as Values[]} change={change} empty={emptyOf(field.fields)} name={label}>
            {(item, index, put) => <Controls fields={field.fields} path={`${path}.${index}`} values={item} change={put} />}
          </Items>
        </AskedGroup>
      )
    case 'long':
      return (
        <Asked path={path} label={label} hint={hint} needed={needed}>
          {described => <textarea className="input" rows={3} value={value as string} onChange={event => change(event.target.value)} {...described} />}
        </Asked>
      )
    default:
      return (
        <Asked path={path} label={label} hint={hint} needed={needed}>
          {described => (
            <input
              className="input" autoComplete="off" inputMode={field.kind === 'number' ? 'numeric' : undefined} value={value as string}
              onChange={event => change(event.target.value)} {...described}
            />
          )}
        </Asked>
      )
  }
}

/** Asks for every field, in the order in which the command has them. */
export function Controls({ fields, path, values, change }: { fields: Field[]; path: string; values: Values; change: (values: Values) => void }) {
  return fields.map(field => (
    <Control
      key={field.name} field={field} path={path ? `${path}.${field.name}` : field.name} value={values[field.name]}
      change={value => change({ ...values, [field.name]: value })}
    />
  ))
}

