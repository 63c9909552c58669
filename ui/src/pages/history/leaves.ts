import { useEffect, useState } from 'react'
import { addMessages, useT, type Language } from '../../i18n'
import type en from '../../messages/leaf.en.json'

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('../../messages/leaf.*.json')
const loaded = new Map<Language, Promise<void>>()

async function load(language: Language) {
  const read = catalogues[`../../messages/leaf.${language}.json`]
  if (read) addMessages(language, (await read()).default)
}

export type Leaf = keyof typeof en

/** Names of the places in a row; only who looks at what an event changed needs them. True once they can be read. */
export function useLeaves(): boolean {
  const { language } = useT()
  const [ready, setReady] = useState<Language>()
  useEffect(() => {
    let current = true
    const loading = loaded.get(language) ?? load(language)
    loaded.set(language, loading)
    void loading.then(() => current && setReady(language))
    return () => {
      current = false
    }
  }, [language])
  return ready === language
}
