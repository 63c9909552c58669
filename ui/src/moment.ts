import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'

/** What every address carries: the moment that is looked at, and how the page is dressed. */
export interface Search {
  /** the day shown: true then, as known now */
  asOf?: string
  /** what was known by then: a day, an instant or a position */
  knownAt?: string
  lang?: string
  theme?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[0-9:.]+Z$/
const POSITION = /^\d{1,15}$/

/** A search value as text: the router hands over what looks like a number as one. */
export const textOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

function matching(raw: unknown, ...forms: RegExp[]): string | undefined {
  const value = textOf(raw)
  return value !== undefined && forms.some(form => form.test(value)) ? value : undefined
}

/** Reads the shared part of the search; what can't be meant is left out. */
export function readSearch(raw: Record<string, unknown>): Search {
  return {
    asOf: matching(raw.asOf, DAY),
    knownAt: matching(raw.knownAt, DAY, INSTANT, POSITION),
    lang: matching(raw.lang, /^(en|zh)$/),
    theme: matching(raw.theme, /^(light|dark)$/),
  }
}

/** The moment a page shows; `past` pages are read once and never change. */
export interface Moment {
  asOf?: string
  knownAt?: string
  past: boolean
}

export function useMoment(): Moment {
  const { asOf, knownAt } = useSearch({ strict: false }) as Search
  return useMemo(() => ({ asOf, knownAt, past: asOf !== undefined || knownAt !== undefined }), [asOf, knownAt])
}

/** The day a moment shows when no answer of the server has said it yet. */
export function dayOf({ asOf, knownAt }: Moment, today: string): string {
  return asOf ?? (knownAt && knownAt.includes('-') ? knownAt.slice(0, 10) : today)
}
