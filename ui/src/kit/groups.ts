/** The bodies of the community, as the server knows them; a test holds this list against the recorded rows. */
export interface GroupInfo {
  code: string
  printed: string
  kind: 'SO' | 'AC' | 'HOUSE' | 'STAKEHOLDER_GROUP' | 'CONSTITUENCY' | 'RALO' | 'BODY'
  parent?: string
}

export const GROUPS: GroupInfo[] = [
  { code: 'ASO', printed: 'ASO', kind: 'SO' },
  { code: 'CCNSO', printed: 'ccNSO', kind: 'SO' },
  { code: 'GNSO', printed: 'GNSO', kind: 'SO' },
  { code: 'CPH', printed: 'CPH', kind: 'HOUSE', parent: 'GNSO' },
  { code: 'RRSG', printed: 'RrSG', kind: 'STAKEHOLDER_GROUP', parent: 'CPH' },
  { code: 'RYSG', printed: 'RySG', kind: 'STAKEHOLDER_GROUP', parent: 'CPH' },
  { code: 'NCPH', printed: 'NCPH', kind: 'HOUSE', parent: 'GNSO' },
  { code: 'CSG', printed: 'CSG', kind: 'STAKEHOLDER_GROUP', parent: 'NCPH' },
  { code: 'BC', printed: 'BC', kind: 'CONSTITUENCY', parent: 'CSG' },
  { code: 'IPC', printed: 'IPC', kind: 'CONSTITUENCY', parent: 'CSG' },
  { code: 'ISPCP', printed: 'ISPCP', kind: 'CONSTITUENCY', parent: 'CSG' },
  { code: 'NCSG', printed: 'NCSG', kind: 'STAKEHOLDER_GROUP', parent: 'NCPH' },
  { code: 'NCUC', printed: 'NCUC', kind: 'CONSTITUENCY', parent: 'NCSG' },
  { code: 'NPOC', printed: 'NPOC', kind: 'CONSTITUENCY', parent: 'NCSG' },
  { code: 'ALAC', printed: 'ALAC', kind: 'AC' },
  { code: 'AFRALO', printed: 'AFRALO', kind: 'RALO', parent: 'ALAC' },
  { code: 'APRALO', printed: 'APRALO', kind: 'RALO', parent: 'ALAC' },
  { code: 'EURALO', printed: 'EURALO', kind: 'RALO', parent: 'ALAC' },
  { code: 'LACRALO', printed: 'LACRALO', kind: 'RALO', parent: 'ALAC' },
  { code: 'NARALO', printed: 'NARALO', kind: 'RALO', parent: 'ALAC' },
  { code: 'GAC', printed: 'GAC', kind: 'AC' },
  { code: 'RSSAC', printed: 'RSSAC', kind: 'AC' },
  { code: 'SSAC', printed: 'SSAC', kind: 'AC' },
  { code: 'NOMCOM', printed: 'NomCom', kind: 'BODY' },
  { code: 'BOARD', printed: 'ICANN Board', kind: 'BODY' },
  { code: 'ORG', printed: 'ICANN org', kind: 'BODY' },
  { code: 'EC', printed: 'Empowered Community', kind: 'BODY' },
]

const byCode = new Map(GROUPS.map(group => [group.code, group]))

/** The name as the community prints it, `ccNSO`; a word that is no code is shown as it is. */
export const groupName = (code: string) => byCode.get(code)?.printed ?? code
export const groupOf = (code: string) => byCode.get(code)
/** The SO, AC or body at the top. */
export function topOf(code: string): string {
  const parent = byCode.get(code)?.parent
  return parent ? topOf(parent) : code
}
export const SO_AC = GROUPS.filter(({ kind }) => kind === 'SO' || kind === 'AC')
