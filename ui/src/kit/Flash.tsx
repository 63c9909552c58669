import { useEffect, useRef, type ReactNode } from 'react'
import { live } from '../api/queries'

const LASTS_MS = 2_400

/** Shows for a moment that a value changed; never on first paint, in a storm, or for readers who want no motion. */
export function Flash(props: { of: unknown; children: ReactNode; as?: 'span' | 'div' | 'td' | 'li'; className?: string }) {
  const { of, children, as: As = 'span', className } = props
  const place = useRef<HTMLElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    if (live.inStorm() || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    place.current?.animate?.(
      [{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'var(--flash)', offset: 0.25 }, { backgroundColor: 'transparent' }],
      LASTS_MS,
    )
  }, [of])
  return <As ref={place as never} className={className}>{children}</As>
}
