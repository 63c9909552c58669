import { useEffect, useState } from 'react'

/** At most one message in this time; what comes between is replaced by the latest. */
const EVERY_MS = 15_000

let latest: string | undefined
let heard: (() => void) | undefined

/** Tells readers of a screen reader politely what changed; there is one such place on the page. */
export function announce(text: string) {
  latest = text
  heard?.()
}

export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    let saidAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    heard = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        saidAt = Date.now()
        setText(latest ?? '')
      }, Math.max(100, saidAt + EVERY_MS - Date.now()))
    }
    return () => {
      clearTimeout(timer)
      heard = undefined
    }
  }, [])
  return <p className="sr" aria-live="polite" data-testid="announcer">{text}</p>
}
