import type { ReactNode } from 'react'
import type { View } from '../api/queries'
import type { ReadEntry } from '../api/rows'
import { known } from '../known'
import { NotOnRecord } from './NotOnRecord'
import { Facts, Why } from './Why'

/** A place in an entry, and what a reader calls it. */
interface Place {
  /** the view that can be asked why */
  view?: View
  entry: ReadEntry
  pointer: string
  label: string
}

/**
 * What a page says of a place in an entry, with what made it so. Where that is not known it says so, with the events that make
 * it so, and with the label where nothing else says of what (`named`); what is absent has no reason to ask for.
 */
export function Value(props: Place & { may?: (value: unknown) => string; named?: boolean; children: ReactNode }) {
  const { view, entry, pointer, label, may, named, children } = props
  const read = known(entry, pointer)
  if (!read.known) {
    const words = <span>{named && `${label}: `}<NotOnRecord may={may && read.values.map(may)} /></span>
    return view && read.facts.length > 0 ? <Facts label={label} positions={read.facts}>{words}</Facts> : words
  }
  if (!view || read.value === undefined) return <span>{children}</span>
  return <Why label={label} view={view} of={entry.key} pointer={pointer}>{children}</Why>
}

/** A label and the value beside it; nothing where it is known that there is none. */
export function Pair<V>({ value, show, ...place }: Place & { value: V | undefined; show: (value: V) => ReactNode }) {
  if (value === undefined && known(place.entry, place.pointer).known) return null
  return <div><dt>{place.label}</dt><dd><Value {...place}>{value !== undefined && show(value)}</Value></dd></div>
}
