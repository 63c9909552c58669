import { Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** A button of the header: what it says, what it shows, how it looks. */
export interface Pressed {
  label: string
  sign: ReactNode
  look: string
  /** a menu is announced as one, a form is not */
  menu?: boolean
}

/** What is loaded takes the focus from the button that it replaces, so that closing gives it back, and opens. */
export function useOpenAtOnce() {
  const ref = useRef<HTMLButtonElement>(null)
  const [isOpen, onOpenChange] = useState(false)
  useEffect(() => {
    ref.current?.focus()
    onOpenChange(true)
  }, [])
  return { ref, trigger: { isOpen, onOpenChange } }
}

/**
 * A button whose menu or form comes when it is pressed first, and is then open: menus, forms and what floats are a tenth of
 * the script, and most readers open none. `opened` is a lazy component that shows the same button.
 */
export function OnDemand<P extends Pressed>({ opened: Opened, ...props }: P & { opened: ComponentType<P> }) {
  const [wanted, setWanted] = useState(false)
  const { label, sign, look, menu } = props as unknown as Pressed
  const button = <Button className={look} aria-label={label} aria-haspopup={menu ? 'true' : undefined} onPress={() => setWanted(true)}>{sign}</Button>
  return wanted ? <Suspense fallback={button}><Opened {...(props as unknown as P)} /></Suspense> : button
}
