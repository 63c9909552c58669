import { i18n } from '@lingui/core'
import { I18nProvider as LinguiProvider, useLingui } from '@lingui/react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider as AriaI18n } from 'react-aria-components'
import { lastOf, lastPlanned, msOf, type Day, type PlannedDate, type Precision } from './days'
import type en from './messages/en.json'
import type words from './messages/words.en.json'

export type Key = keyof typeof en | keyof typeof words
/** `tag` is how dates and numbers are written; `kit` is the name under which React Aria's own words are bundled (vite.config.ts). */
export const LANGUAGES = {
  en: { tag: 'en-GB', kit: 'en-US', name: 'English' },
  zh: { tag: 'zh-CN', kit: 'zh-CN', name: '中文' },
} as const
export type Language = keyof typeof LANGUAGES

const catalogues = import.meta.glob<{ default: Record<string, string> }>('./messages/*.json')

export const isLanguage = (value: string | undefined): value is Language => value !== undefined && value in LANGUAGES

/** The reader's choice, else what the browser asks for. */
export function languageOf(chosen: string | undefined): Language {
  if (isLanguage(chosen)) return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

async function activate(language: Language) {
  const parts = [`./messages/${language}.json`, `./messages/words.${language}.json`]
  const loaded = await Promise.all(parts.map(part => catalogues[part]?.()))
  i18n.load(language, Object.assign({}, ...loaded.map(part => part?.default ?? {})) as never)
  i18n.activate(language)
  document.documentElement.lang = language
}

/** Adds a catalogue of a page that is loaded later, the rules' sentences for instance. */
export function addMessages(language: Language, messages: Record<string, unknown>) {
  i18n.load(language, messages as never)
}

export function I18n({ language, children }: { language: Language; children: ReactNode }) {
  const [ready, setReady] = useState<Language>()
  useEffect(() => {
    let current = true
    void activate(language).then(() => current && setReady(language))
    return () => {
      current = false
    }
  }, [language])
  if (!ready) return <div className="boot" aria-busy="true" />
  return (
    <LinguiProvider i18n={i18n}>
      <AriaI18n locale={LANGUAGES[ready].kit}>{children}</AriaI18n>
    </LinguiProvider>
  )
}

type Values = Record<string, string | number | undefined>

export function speaker(language: Language) {
  const tag = LANGUAGES[language].tag
  const inUtc = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', hourCycle: 'h23', ...options })
    return (when: string | number) =>
      format.format(typeof when === 'number' ? when : when.length === 10 ? msOf(when) : Date.parse(when))
  }
  const t = (key: Key, values?: Values) => i18n._(key, values)
  const number = new Intl.NumberFormat(tag)
  const relative = new Intl.RelativeTimeFormat(tag, { style: 'narrow', numeric: 'auto' })
  const list = new Intl.ListFormat(tag, { style: 'short' })
  const disjunction = new Intl.ListFormat(tag, { style: 'long', type: 'disjunction' })
  const longList = new Intl.ListFormat(tag, { style: 'long' })
  // Chinese lists join with no space before a figure or a Latin name, as every other message has one
  const spaced = (text: string) => (language === 'zh' ? text.replace(/(?<=\p{sc=Han})(?=[A-Za-z0-9])/gu, ' ') : text)
  const date = inUtc({ day: 'numeric', month: 'short', year: 'numeric' })
  const monthYear = inUtc({ month: 'long', year: 'numeric' })
  const year = inUtc({ year: 'numeric' })
  const precise = (when: string, precision: Precision): string => {
    if (precision === 'MONTH') return monthYear(when)
    if (precision === 'YEAR') return year(when)
    return precision === 'BY' ? t('date.by', { date: date(when) }) : date(when)
  }
  return {
    language,
    t,
    /** A key made of a part the server names; a word the catalogue doesn't know is shown as it is, never as nothing. */
    word: (prefix: string, word: string) => {
      const key = `${prefix}.${word}`
      const text = i18n._(key)
      return text === key ? word.toLowerCase().replaceAll('_', ' ') : text
    },
    has: (key: string): key is Key => key in (i18n.messages as Record<string, unknown>),
    number: (value: number) => number.format(value),
    /** "12", "3–5": from the least to the most that a figure may be. */
    range: ([from, to]: [number, number]) => (from === to ? number.format(to) : t('unknown.range', { from: number.format(from), to: number.format(to) })),
    list: (words: string[]) => spaced(list.format(words)),
    /** "a or b" */
    either: (words: string[]) => spaced(disjunction.format(words)),
    longList: (words: string[]) => spaced(longList.format(words)),
    date,
    dateShort: inUtc({ day: 'numeric', month: 'short' }),
    dateTime: inUtc({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
    time: inUtc({ hour: '2-digit', minute: '2-digit' }),
    month: inUtc({ month: 'short' }),
    monthYear,
    year,
    longDate: inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** "October 2017", "by 3 Mar 2020": as exactly as the source says, never more. */
    day: (day: Day) => precise(day.on, day.precision),
    planned: (planned: PlannedDate) => precise(planned.date, planned.precision),
    /** Days ago for what is near, the date for what is far or not known to the day. */
    ago: (day: Day, from: string) => {
      const days = Math.round((msOf(lastOf(day)) - msOf(from)) / 86_400_000)
      return day.precision === 'DAY' && days <= 0 && days > -45 ? relative.format(days, 'day') : precise(day.on, day.precision)
    },
    agoInstant: (instant: string, nowMs: number) => {
      const minutes = Math.round((Date.parse(instant) - nowMs) / 60_000)
      if (minutes > -60) return relative.format(Math.min(0, minutes), 'minute')
      if (minutes > -1440) return relative.format(Math.round(minutes / 60), 'hour')
      return minutes > -1440 * 45 ? relative.format(Math.round(minutes / 1440), 'day') : date(instant)
    },
    lastPlanned,
  }
}

export type Speaker = ReturnType<typeof speaker>

/** Words, numbers and dates in the reader's language; all times are UTC. */
export function useT(): Speaker {
  const { i18n: current } = useLingui()
  return useMemo(() => speaker(languageOf(current.locale)), [current.locale])
}
