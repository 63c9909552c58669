import { UserRound } from 'lucide-react'
import { Suspense, lazy } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { roleOf, useActing } from '../acting'
import { useT, type Speaker } from '../i18n'
import { groupName } from '../kit/groups'

const Choice = lazy(() => import('./ActingChoice').then(({ Choice: form }) => ({ default: form })))

/** Says a capacity in words: "for GNSO", "for the review team". */
export function actingWords({ t, word }: Speaker, actingFor: string): string {
  const { role, group } = roleOf(actingFor)
  return group ? t('acting.roleFor', { role: word('role', role), group: groupName(group) }) : word('role', role)
}

/** The reader chooses who they act for; nothing proves it yet, and the page says so. */
export function ActingFor() {
  const speaker = useT()
  const { t } = speaker
  const chosen = useActing()
  const short = chosen ? (roleOf(chosen.actingFor).group ?? '') : ''
  return (
    <DialogTrigger>
      <Button className="icon acting" aria-label={chosen ? t('acting.as', { who: actingWords(speaker, chosen.actingFor) }) : t('acting.choose')}>
        <UserRound size={18} aria-hidden />
        {short && <span aria-hidden>{groupName(short)}</span>}
      </Button>
      <Popover className="pop" placement="bottom end">
        <Dialog className="pop-in acting-in" aria-label={t('acting.title')}>
          {({ close }) => <Suspense><Choice chosen={chosen} close={close} /></Suspense>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
