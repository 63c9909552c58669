import { Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** A button of the header: what it says, what it shows, how it looks. */
export interface Pressed {
  label: string
  sign: ReactNode
  look: string
}

/**
 * A button whose menu or form comes when it is pressed first, and is then open: menus, forms and what floats are a tenth of
 * the script, and most readers open none. `opened` is a lazy component that shows the same button.
 */
export function OnDemand<P extends Pressed>({ opened: Opened, ...props }: P & { opened: ComponentType<P> }) {
  const [wanted, setWanted] = useState(false)
  const { label, sign, look } = props as unknown as Pressed
  const button = <Button className={look} aria-label={label} aria-haspopup="true" onPress={() => setWanted(true)}>{sign}</Button>
  return wanted ? <Suspense fallback={button}><Opened {...(props as unknown as P)} /></Suspense> : button
}
