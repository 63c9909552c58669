import { keep, kept, useKept } from './settings'

/**
 * In whose name the reader records. Chosen in the header and kept in this browser; nothing proves it, so everything
 * recorded with it says that it is not authenticated.
 */
export interface Acting {
  /** a person id, `m-duarte` for instance */
  person: string
  /** `TEAM`, `SOAC:GNSO`, `ARCHIVIST`… as the header Waymark-Acting-For takes it */
  actingFor: string
}

export const ROLES = ['TEAM', 'LEADERSHIP', 'MEMBER', 'SOAC', 'SOAC_CHAIRS', 'BOARD', 'ORG', 'SHEPHERD', 'ARCHIVIST'] as const
export type Role = (typeof ROLES)[number]

export const SO_ACS = ['ASO', 'CCNSO', 'GNSO', 'ALAC', 'GAC', 'RSSAC', 'SSAC'] as const

const PERSON = /^[a-z0-9][a-z0-9-]{0,63}$/
export const isPersonId = (value: string) => PERSON.test(value)

function read(person: string | undefined, actingFor: string | undefined): Acting | undefined {
  return person && actingFor && isPersonId(person) ? { person, actingFor } : undefined
}

/** Returns whom the reader acts for, or undefined as long as nothing is chosen: then nothing can be recorded. */
export const useActing = () => read(useKept('person'), useKept('actingFor'))
export const acting = () => read(kept('person'), kept('actingFor'))

export function actAs(chosen: Acting | undefined) {
  keep('person', chosen?.person)
  keep('actingFor', chosen?.actingFor)
}

export function roleOf(actingFor: string): { role: Role; group?: string } {
  const [role, group] = actingFor.split(':')
  return { role: (ROLES as readonly string[]).includes(role ?? '') ? (role as Role) : 'TEAM', group: group || undefined }
}

/** The SO/AC whose page is "mine": the one acted for, else the last one looked at. */
export function useMyGroup(): string {
  const chosen = useActing()
  const last = useKept('group')
  const { group } = chosen ? roleOf(chosen.actingFor) : {}
  return group ?? last ?? 'GNSO'
}
