/** JSON pointers (RFC 6901) into an entry, `/row/milestones/draft-report/reachedOn`. */

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')
const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

export const partsOf = (pointer: string) => pointer.split('/').slice(1).map(unescaped)

/** The pointer to what stands under a name in the value that a pointer leads to. */
export const under = (pointer: string, ...names: string[]) => names.reduce((whole, name) => `${whole}/${escaped(name)}`, pointer)

/** Whether the second leads into what the first leads to. */
export const isWithin = (whole: string, part: string) => part.startsWith(`${whole}/`)

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What stands under a pointer; undefined where nothing does. */
export const valueAt = (root: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>((value, part) => (isObject(value) ? value[part] ?? undefined : undefined), root)
