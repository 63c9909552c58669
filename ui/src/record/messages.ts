import { i18n } from '@lingui/core'
import { useEffect, useMemo, useState } from 'react'
import type { Refused } from '../api/commands'
import { addMessages, useT, type Language, type Speaker } from '../i18n'
import { groupName, groupOf } from '../kit/groups'
import { loadRules } from '../kit/rules'
import { decidedBy } from '../words/sentence'
import type own from '../messages/record.en.json'

const dialogs = import.meta.glob<{ default: Record<string, unknown> }>('../messages/record.*.json')
const loaded = new Map<Language, Promise<void>>()

async function load(language: Language) {
  const [own] = await Promise.all([dialogs[`../messages/record.${language}.json`]?.(), loadRules(language)])
  addMessages(language, own?.default ?? {})
}

/** Words that only recording needs, and the sentence of each rule: loaded when the first dialog or menu opens. */
export function loadRecordMessages(language: Language): Promise<void> {
  const loading = loaded.get(language) ?? load(language)
  loaded.set(language, loading)
  return loading
}

export function useRecordMessages(): boolean {
  const { language } = useT()
  const [ready, setReady] = useState<Language>()
  useEffect(() => {
    let current = true
    void loadRecordMessages(language).then(() => current && setReady(language))
    return () => {
      current = false
    }
  }, [language])
  return ready === language
}

export type RecordKey = keyof typeof own

const known = (key: string) => key in (i18n.messages as Record<string, unknown>)

/** The words of the dialog; `label` and `hint` take those of one command's field before those of all. */
export function useRecordWords() {
  const speaker = useT()
  return useMemo(() => {
    const first = (...keys: string[]) => keys.find(known)
    return {
      ...speaker,
      r: (key: RecordKey, values?: Record<string, string | number | undefined>) => i18n._(key, values),
      verb: (verb: string) => speaker.word('verb', verb),
      label: (verb: string, field: string) => i18n._(first(`ask.${verb}.${field}`) ?? `ask.${field}`),
      hint: (verb: string, field: string) => {
        const key = first(`hint.${verb}.${field}`, `hint.${field}`)
        return key ? i18n._(key) : undefined
      },
      rule: (refused: Refused) => ruleWords(speaker, refused),
    }
  }, [speaker])
}

export type RecordWords = ReturnType<typeof useRecordWords>

/** A value that a rule's sentence speaks of. */
function parameter(speaker: Speaker, value: unknown): string | number {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return speaker.list(value.map(item => String(parameter(speaker, item))))
  if (typeof value === 'object' && value !== null && 'role' in value) return decidedBy(speaker, value as { role: string; group?: string })
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return speaker.date(text)
  return groupOf(text) ? groupName(text) : text
}

/** The rule's sentence in the reader's language; the server's where the catalogue doesn't know the rule. */
export function ruleWords(speaker: Speaker, { rule, detail, parameters }: Refused): string {
  const key = `rule.${rule}`
  if (!known(key)) return detail || rule
  return i18n._(key, Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, parameter(speaker, value)])))
}

/** Which list of words a choice takes its from. */
const WORDS: Record<string, string> = {
  kind: 'kind', unit: 'unit', body: 'body', subject: 'subject', level: 'level', priority: 'priority', position: 'position',
  disposition: 'disposition', answer: 'answer', status: 'status', effect: 'effect', precision: 'precision',
}

export const wordsFor = (verb: string, field: string) =>
  verb === 'assign-community-priority' && field === 'priority' ? 'communityPriority' : (WORDS[field] ?? field)
