/** The id that a name is recorded under: lower-case letters, digits and hyphens. */
export const personIdOf = (name: string) =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64)

/** Finds who is meant by what was typed: somebody known by name or id, else a new person under an id made of the name. */
export function personMeant(typed: string, known: Record<string, string>): { id: string; name?: string } | undefined {
  const text = typed.trim()
  if (!text) return undefined
  if (text in known) return { id: text }
  const named = Object.entries(known).find(([, name]) => name.toLowerCase() === text.toLowerCase())
  if (named) return { id: named[0] }
  const id = personIdOf(text) || `p-${[...text].map(letter => (letter.codePointAt(0) ?? 0).toString(36)).join('')}`.slice(0, 64)
  return id === text ? { id } : { id, name: text }
}
