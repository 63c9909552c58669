import { useEffect, useState } from 'react'
import { addMessages, useT } from '../i18n'

const catalogues = import.meta.glob<{ default: Record<string, string> }>('../messages/rules/*.json')

/** The sentence of a rule in the reader's language; its catalogue is loaded when a page first needs it. */
export function useRules(): (name: string) => string {
  const { language, has, t } = useT()
  const [, setLoaded] = useState('')
  useEffect(() => {
    let current = true
    void catalogues[`../messages/rules/${language}.json`]?.().then(({ default: rules }) => {
      addMessages(language, Object.fromEntries(Object.entries(rules).map(([name, text]) => [name.startsWith('rule.') ? name : `rule.${name}`, text])))
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
