import { useEffect, useState } from 'react'
import { addMessages, useT, type Language } from '../i18n'

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('../messages/rules/*.json')
const loaded = new Map<Language, Promise<void>>()

async function load(language: Language) {
  const parts = Object.entries(catalogues).filter(([path]) => path.endsWith(`.${language}.json`))
  const rules = (await Promise.all(parts.map(([, read]) => read()))).flatMap(({ default: part }) => Object.entries(part))
  addMessages(language, Object.fromEntries(rules.map(([name, text]) => [`rule.${name}`, text])))
}

/** Loads the rules' sentences once, when a page or dialog first needs them. */
export function loadRules(language: Language): Promise<void> {
  const loading = loaded.get(language) ?? load(language)
  loaded.set(language, loading)
  return loading
}

/** The sentence of a rule in the reader's language. */
export function useRules(): (name: string) => string {
  const { language, has, t } = useT()
  const [, setReady] = useState('')
  useEffect(() => {
    let current = true
    void loadRules(language).then(() => current && setReady(language))
    return () => {
      current = false
    }
  }, [language])
  return name => {
    const key = `rule.${name}`
    return has(key) ? t(key) : name.toLowerCase().replaceAll('_', ' ')
  }
}
