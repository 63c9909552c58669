import { Info } from 'lucide-react'
import { Suspense, lazy, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Explained } from '../api/queries'
import { useT } from '../i18n'

const FactList = lazy(() => import('./Because').then(({ FactList: answer }) => ({ default: answer })))
const Because = lazy(() => import('./Because').then(({ Because: answer }) => ({ default: answer })))

/** A value that can say why it is so: the server is asked when the answer is opened. */
export function Why(props: Explained & { label: string; children: ReactNode }) {
  const { label, children, ...explained } = props
  return <Asked label={label} answer={<Because {...explained} />}>{children}</Asked>
}

/** What stands in place of a value that is not known, or beside a word about events; they are shown when it is opened, under what is said of them. */
export function Facts({ label, positions, said, children }: { label: string; positions: number[]; said?: string; children: ReactNode }) {
  return <Asked label={label} answer={<FactList positions={positions} said={said} />}>{children}</Asked>
}

/** The control that opens an answer beside a value. */
function Asked({ label, answer, children }: { label: string; answer: ReactNode; children: ReactNode }) {
  const { t } = useT()
  return (
    <DialogTrigger>
      <Button className="why">
        {children}
        <span className="sr">. {label}. {t('why.title')}</span>
        <Info size={13} aria-hidden />
      </Button>
      <Popover className="pop" placement="bottom start">
        <Dialog className="pop-in" aria-label={t('why.title')}>
          <p className="eyebrow">{t('why.title')}</p>
          <div className="why-a" aria-live="polite">
            <Suspense fallback={<p className="sub">{t('state.loading')}</p>}>{answer}</Suspense>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
