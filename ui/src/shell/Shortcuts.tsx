import { useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useMyGroup } from '../acting'
import { useMoment } from '../moment'
import { useKept } from '../settings'
import { useStepping } from './stepping'

const ShortcutList = lazy(() => import('./ShortcutList').then(({ ShortcutList: list }) => ({ default: list })))

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role=dialog],[role=menu],[role=listbox],[role=slider]') !== null)

/** Moves the focus among the rows of the page's main list: elements marked `data-row`. */
function moveRow(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(row => row.offsetParent !== null)
  const here = rows.findIndex(row => row === document.activeElement || row.contains(document.activeElement))
  rows[here === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, here + step))]?.focus()
}

/** One-letter shortcuts for readers at a keyboard; `?` lists them, and they can be turned off. */
export function Shortcuts() {
  const navigate = useNavigate()
  const mine = useMyGroup()
  const { past } = useMoment()
  const { step, present } = useStepping()
  const off = useKept('shortcuts') === 'off'
  const [listed, setListed] = useState(false)

  useEffect(() => {
    let went = 0
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return
      if (event.key === '?') return setListed(true)
      if (off) return
      const afterG = Date.now() - went < 1_200
      went = event.key === 'g' ? Date.now() : 0
      if (afterG && event.key === 'r') void navigate({ to: '/' })
      else if (afterG && event.key === 'o') void navigate({ to: '/org/$code', params: { code: mine } })
      else if (afterG && event.key === 'h') void navigate({ to: '/history' })
      else if (event.key === 'j') moveRow(1)
      else if (event.key === 'k') moveRow(-1)
      else if (event.key === '[') void step(-1)
      else if (event.key === ']' && past) void step(1)
      else if (event.key === 'Escape' && past) present()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, mine, past, off, step, present])

  // the list comes when it is asked for: most readers never do
  return listed ? <Suspense><ShortcutList close={() => setListed(false)} off={off} /></Suspense> : null
}
