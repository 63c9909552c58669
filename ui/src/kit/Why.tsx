import { Info } from 'lucide-react'
import { Suspense, lazy, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '../i18n'

const Because = lazy(() => import('./Because').then(({ Because: answer }) => ({ default: answer })))

/**
 * Finds the event that set a value: the pointer itself, or the nearest one below or above it, since the ledger names the
 * leaves it compared.
 */
export function setByOf(setBy: Record<string, number> | undefined, pointer: string): number | undefined {
  if (!setBy) return undefined
  if (setBy[pointer] !== undefined) return setBy[pointer]
  const below = Object.entries(setBy).filter(([leaf]) => leaf.startsWith(`${pointer}/`)).map(([, position]) => position)
  if (below.length > 0) return Math.max(...below)
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  return parent ? setBy[parent] : undefined
}

/** A value that can say why it is so; without a known event it is just the value. */
export function Why(props: { label: string; position: number | undefined; children: ReactNode; className?: string }) {
  const { label, position, children, className = '' } = props
  const { t } = useT()
  if (position === undefined) return <span className={className}>{children}</span>
  return (
    <DialogTrigger>
      <Button className={`why ${className}`}>
        {children}
        <span className="sr">. {label}. {t('why.title')}</span>
        <Info size={13} aria-hidden />
      </Button>
      <Popover className="pop" placement="bottom start">
        <Dialog className="pop-in" aria-label={t('why.title')}>
          <p className="eyebrow">{t('why.title')}</p>
          <Suspense fallback={<p className="sub">{t('state.loading')}</p>}><Because position={position} /></Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
