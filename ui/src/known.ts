import type { Possible, ReadEntry } from './api/rows'
import { isObject, isWithin, partsOf, under, valueAt } from './pointer'

/**
 * Whether a value of the past is known. Where not, `values` are those it may have, the certain one first and undefined where
 * it may be absent, and `facts` the events that make it so. No value it may have is missing; of something with several parts
 * that are not known some may be too many, and none is named where there are more than can be told.
 */
export type Known<V = unknown> = { known: true; value: V } | { known: false; values: V[]; facts: number[] }

const MOST = 64

const distinct = <V>(values: V[]): V[] => [...new Map(values.map(value => [JSON.stringify(value) ?? '', value])).values()]
const numbered = (possible: Possible[]) => [...new Set(possible.flatMap(({ facts }) => facts))].sort((a, b) => a - b)

/** A copy of what is given with another value at a place in it; what becomes absent is taken out. */
function put(whole: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value ?? undefined
  const before = isObject(whole) ? whole : {}
  const inside = put(before[name], rest, value)
  if (Array.isArray(whole)) return whole.map((item: unknown, index) => (String(index) === name ? inside : item))
  if (inside !== undefined) return { ...before, [name]: inside }
  return isObject(whole) ? Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) : whole
}

/** Every choice of one from each; none where there are too many. */
const combined = <V>(choices: V[][]): V[][] =>
  choices.reduce((sum, { length }) => sum * length, 1) > MOST ? [] : choices.reduce<V[][]>((all, choice) => all.flatMap(one => choice.map(value => [...one, value])), [[]])

/** Tells whether the value under a pointer is known; in the present every one is. */
export function known(entry: ReadEntry, pointer: string): Known {
  const value = valueAt(entry, pointer)
  const concerned = (entry.possible ?? []).filter(({ pointer: at }) => at === pointer || isWithin(at, pointer) || isWithin(pointer, at))
  if (concerned.length === 0) return { known: true, value }
  const around = concerned.find(({ pointer: at }) => !isWithin(pointer, at))
  const values = around
    ? around.values.map(whole => valueAt(whole ?? undefined, pointer.slice(around.pointer.length)))
    : combined(concerned.map(({ values: may }) => may)).map(chosen =>
        concerned.reduce((whole, { pointer: at }, index) => put(whole, partsOf(at.slice(pointer.length)), chosen[index]), value))
  const told = distinct(values)
  return told.length === 1 ? { known: true, value: told[0] } : { known: false, values: told, facts: numbered(concerned) }
}

export const isKnown = (entry: ReadEntry, ...pointers: string[]) => pointers.every(pointer => known(entry, pointer).known)

/** What is made of several values: known where it comes out the same whatever they are. */
export function agreed<A extends unknown[], T>(entry: ReadEntry, pointers: { [K in keyof A]: string }, of: (...values: A) => T): Known<T> {
  const read = pointers.map(pointer => known(entry, pointer))
  const choices = combined(read.map(one => (one.known ? [one.value] : one.values)))
  const said = distinct(choices.map(chosen => of(...(chosen as A))))
  if (said.length === 1) return { known: true, value: said[0] as T }
  return { known: false, values: said, facts: [...new Set(read.flatMap(one => (one.known ? [] : one.facts)))].sort((a, b) => a - b) }
}

/** The entries of a map, with those that it may have: of these the value is one that it may be, for their names. */
export function entriesOf<V>(entry: ReadEntry, pointer: string, map: Record<string, V> | undefined): [string, V][] {
  const certain = Object.entries(map ?? {})
  const whole = known(entry, pointer)
  if (whole.known) return certain
  const inside = (entry.possible ?? []).filter(({ pointer: at }) => isWithin(pointer, at)).flatMap(({ pointer: at }) => partsOf(at.slice(pointer.length)).slice(0, 1))
  const names = new Set([...whole.values.flatMap(value => (isObject(value) ? Object.keys(value) : [])), ...inside])
  const added = [...names].filter(name => map?.[name] === undefined).flatMap((name): [string, V][] => {
    const one = known(entry, under(pointer, name))
    const may = one.known ? one.value : one.values.findLast(value => value !== undefined)
    return may === undefined ? [] : [[name, may as V]]
  })
  return [...certain, ...added]
}

/** Tells whether an entry of a map is there, whatever else it may be. */
export function isThere(entry: ReadEntry, pointer: string): boolean {
  const read = known(entry, pointer)
  return valueAt(entry, pointer) !== undefined && (read.known || read.values.every(value => value !== undefined))
}

/** The least and the most entries that a map may have. */
export function countIn(entry: ReadEntry, pointer: string, map: Record<string, unknown> | undefined): [number, number] {
  const all = entriesOf(entry, pointer, map)
  return [all.filter(([name]) => isThere(entry, under(pointer, name))).length, all.length]
}

/** The items of a list, with those that it may have: known are those that are the same in each. */
export function itemsOf<V>(entry: ReadEntry, pointer: string, list: V[] | undefined, name: (item: V) => string): { item: V; known: boolean }[] {
  const whole = known(entry, pointer)
  if (whole.known) return (list ?? []).map(item => ({ item, known: true }))
  const lists = whole.values.map(value => new Map((Array.isArray(value) ? (value as V[]) : []).map(item => [name(item), item])))
  const all = new Map([...lists.toReversed().flatMap(one => [...one]), ...(list ?? []).map(item => [name(item), item] as const)])
  return [...all].map(([id, item]) => ({ item, known: lists.length > 0 && lists.every(one => JSON.stringify(one.get(id)) === JSON.stringify(item)) }))
}

/** The least and the most that a figure may be. */
export function rangeOf(entry: ReadEntry, pointer: string): [number, number] {
  const one = known(entry, pointer)
  const figures = (one.known ? [one.value] : one.values).map(value => (typeof value === 'number' ? value : 0))
  return [Math.min(...figures), Math.max(...figures)]
}
