import { isObject, under } from '../../pointer'

/** A map whose parts are compared one by one; what is absent has none. */
const partsIn = (value: unknown): Record<string, unknown> => (isObject(value) && !Array.isArray(value) ? value : {})
const isLeaf = (value: unknown) => value !== undefined && value !== null && (!isObject(value) || Array.isArray(value))

/** The pointers to the leaves that differ between two rows: what was set and changed in the order of the later row, then what was taken away. */
export function changesBetween(before: unknown, after: unknown, pointer = ''): string[] {
  const [was, is] = [partsIn(before), partsIn(after)]
  const below = [...new Set([...Object.keys(is), ...Object.keys(was)])]
    .flatMap(name => changesBetween(was[name], is[name], under(pointer, name)))
  const own = (isLeaf(before) || isLeaf(after)) && JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)
  return own ? [pointer, ...below] : below
}
