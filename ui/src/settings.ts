import { useSyncExternalStore } from 'react'

/** Choices of this browser's reader; kept here, sent nowhere but as the headers of a command. */
const PREFIX = 'waymark.'
const listeners = new Set<() => void>()

export function keep(name: string, value: string | undefined) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
  } catch {
    // a browser without storage forgets; the page works all the same
  }
  listeners.forEach(heard => heard())
}

export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

function listen(heard: () => void) {
  listeners.add(heard)
  window.addEventListener('storage', heard)
  return () => {
    listeners.delete(heard)
    window.removeEventListener('storage', heard)
  }
}

export function useKept(name: string): string | undefined {
  return useSyncExternalStore(listen, () => kept(name))
}
