import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'

const folder = path.join(import.meta.dirname, '../src/messages')
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>
const catalogues = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))
const languageOf = (name: string) => /(\w+)\.json$/.exec(name)?.[1] ?? ''
const englishOf = (name: string) => name.replace(/\w+\.json$/, 'en.json')
const others = catalogues.filter(name => languageOf(name) !== 'en')

it('There is a Chinese catalogue for every English one', () => {
  const english = catalogues.filter(name => languageOf(name) === 'en')
  expect(others.map(englishOf).sort()).toEqual(english.sort())
  expect(english.length).toBeGreaterThan(4)
})

it('No key stands in two catalogues that are loaded together', () => {
  const keys = ['en.json', 'words.en.json', 'record.en.json', 'leaf.en.json'].flatMap(name => Object.keys(read(name)))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

/** The variables of a compiled message, at any depth. */
function variables(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return compiled !== null && typeof compiled === 'object' ? Object.values(compiled).flatMap(variables) : []
  const [head, ...rest] = compiled as unknown[]
  const own = typeof head === 'string' && rest.length > 0 ? [head] : []
  return [...own, ...compiled.flatMap(part => (Array.isArray(part) || typeof part === 'object' ? variables(part) : []))]
}
const variablesOf = (text: string) => {
  const compiled = compileMessage(text) as unknown
  if (!Array.isArray(compiled)) return []
  return [...new Set(compiled.flatMap(part => (Array.isArray(part) ? [String(part[0]), ...part.slice(1).flatMap(variables)] : [])))]
    .filter(name => /^[a-zA-Z]+$/.test(name))
    .sort()
}

describe.each(others)('The catalogue %s', name => {
  const catalogue = read(name)
  const english = read(englishOf(name))
  it('has the keys of the English one', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort())
  })
  it('leaves nothing empty', () => {
    expect(Object.entries(catalogue).filter(([, text]) => text.trim() === '')).toEqual([])
  })
  it('uses the variables of the English one', () => {
    const differing = Object.keys(english).filter(
      key => JSON.stringify(variablesOf(english[key] ?? '')) !== JSON.stringify(variablesOf(catalogue[key] ?? '')),
    )
    expect(differing).toEqual([])
  })
  it('uses plural categories its language has', () => {
    const categories = new Intl.PluralRules(languageOf(name)).resolvedOptions().pluralCategories as string[]
    const used = Object.values(catalogue).flatMap(text =>
      [...text.matchAll(/(?:^|[\s}])(zero|one|two|few|many)\s*\{/g)].map(match => match[1] ?? ''))
    expect(used.filter(category => !categories.includes(category))).toEqual([])
  })
})
