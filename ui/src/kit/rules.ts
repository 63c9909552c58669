import { useEffect, useState } from 'react'
import { addMessages, useT } from '../i18n'

const catalogues = import.meta.glob<{ default: Record<string, string> }>('../messages/rules/*.json')

/** The sentence of a rule in the reader's language; its catalogue is loaded when a page first needs it. */
export function useRules(): (name: string) => string {
  const { language, has, t } = useT()
  const [, setLoaded] = useState('')
  useEffect(() => {
    let current = true
    const parts = Object.entries(catalogues).filter(([path]) => path.endsWith(`.${language}.json`))
    void Promise.all(parts.map(([, load]) => load())).then(loaded => {
      const rules = loaded.flatMap(({ default: part }) => Object.entries(part))
      addMessages(language, Object.fromEntries(rules.map(([name, text]) => [`rule.${name}`, text])))
      if (current) setLoaded(language)
    })
    return () => {
      current = false
    }
  }, [language])
  return name => {
    const key = `rule.${name}`
    return has(key) ? t(key) : name.toLowerCase().replaceAll('_', ' ')
  }
}
