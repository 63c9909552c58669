import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Acting } from '../acting'
import { useT } from '../i18n'
import { Choice } from './ActingChoice'
import { useOpenAtOnce, type Pressed } from './OnDemand'

/** The header's button with the form under it; loaded, and open, when it is pressed first. */
export function ActingForm({ label, sign, look, chosen }: Pressed & { chosen: Acting | undefined }) {
  const { t } = useT()
  const { ref, trigger } = useOpenAtOnce()
  return (
    <DialogTrigger {...trigger}>
      <Button ref={ref} className={look} aria-label={label}>{sign}</Button>
      <Popover className="pop" placement="bottom end">
        <Dialog className="pop-in acting-in" aria-label={t('acting.title')}>
          {({ close }) => <Choice chosen={chosen} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
