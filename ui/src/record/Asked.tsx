import { createContext, useContext, type ReactNode } from 'react'
import { useRecordWords } from './messages'

/** What the controls of one form share. */
export interface FormContext {
  verb: string
  /** what is wrong with a field, in words */
  wrong: (path: string) => string | undefined
  named: (id: string, name: string) => void
  names: Record<string, string>
  stream: string
  /** the id of the event that is corrected or taken back */
  corrects: string | undefined
}

export const Form = createContext<FormContext>({ verb: '', stream: '', corrects: undefined, wrong: () => undefined, named: () => {}, names: {} })

export const idOf = (path: string) => `f-${path.replaceAll('.', '-')}`

interface Described {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A label, a hint, what is wrong, and the control between. */
export function Asked({ path, label, hint, needed, children }: {
  path: string
  label: string
  hint?: string
  needed?: boolean
  children: (described: Described) => ReactNode
}) {
  const { r } = useRecordWords()
  const wrong = useContext(Form).wrong(path)
  const id = idOf(path)
  return (
    <div className="ask">
      <label htmlFor={id}>{label} {needed || <span className="opt">({r('record.optional')})</span>}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children({
        id,
        'aria-invalid': wrong ? true : undefined,
        'aria-describedby': [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined,
      })}
      {wrong && <p className="err" id={`${id}-wrong`}>{wrong}</p>}
    </div>
  )
}

/** The same for several controls under one question. */
export function AskedGroup({ path, label, hint, needed, children }: {
  path: string
  label: string
  hint?: string
  needed?: boolean
  children: ReactNode
}) {
  const { r } = useRecordWords()
  const wrong = useContext(Form).wrong(path)
  const id = idOf(path)
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className="ask" id={id} tabIndex={-1} aria-describedby={described}>
      <legend>{label} {needed || <span className="opt">({r('record.optional')})</span>}</legend>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children}
      {wrong && <p className="err" id={`${id}-wrong`}>{wrong}</p>}
    </fieldset>
  )
}
