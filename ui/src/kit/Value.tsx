import type { ReactNode } from 'react'
import type { View } from '../api/queries'
import type { ReadEntry } from '../api/rows'
import { valueAt } from '../pointer'
import { Why } from './Why'

/** A place in an entry, and what a reader calls it. */
interface Place {
  /** the view that can be asked why; figures that are computed on reading have none */
  view?: View
  entry: ReadEntry
  pointer: string
  label: string
}

/** What a page says of a place in an entry. What is absent there has no reason to ask for. */
export function Value({ view, entry, pointer, label, children }: Place & { children: ReactNode }) {
  if (!view || valueAt(entry, pointer) === undefined) return <span>{children}</span>
  return <Why label={label} view={view} of={entry.key} pointer={pointer}>{children}</Why>
}

/** A label and the value beside it; nothing where there is none. */
export function Pair<V>({ value, show, ...place }: Place & { value: V | undefined; show: (value: V) => ReactNode }) {
  if (value === undefined) return null
  return <div><dt>{place.label}</dt><dd><Value {...place}>{show(value)}</Value></dd></div>
}
