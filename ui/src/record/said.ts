import { useSyncExternalStore } from 'react'

/** What was recorded last, said on the page after the dialog has closed. */
export interface Said {
  words: string
  /** the view did not show it in time */
  catchingUp: boolean
}

let said: Said | undefined
const listeners = new Set<() => void>()

export function say(words: Said | undefined) {
  said = words
  listeners.forEach(heard => heard())
}

export const useSaid = () =>
  useSyncExternalStore(heard => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  }, () => said)

/** The button that opened a dialog gets the focus back when it closes. */
let opener: string | undefined

export const openedBy = (id: string | undefined) => {
  opener = id
}

export function giveFocusBack() {
  requestAnimationFrame(() => {
    const back = (opener && document.getElementById(opener)) || document.querySelector<HTMLElement>('[data-record]')
    back?.focus()
  })
}
