import { UserRound } from 'lucide-react'
import { lazy } from 'react'
import { roleOf, useActing } from '../acting'
import { useT, type Speaker } from '../i18n'
import { groupName } from '../kit/groups'
import { OnDemand } from './OnDemand'

const ActingForm = lazy(() => import('./ActingForm').then(({ ActingForm: form }) => ({ default: form })))

/** Says a capacity in words: "for GNSO", "for the review team". */
export function actingWords({ t, word }: Speaker, actingFor: string): string {
  const { role, group } = roleOf(actingFor)
  return group ? t('acting.roleFor', { role: word('role', role), group: groupName(group) }) : word('role', role)
}

/** The reader chooses who they act for; nothing proves it yet, and the page says so. */
export function ActingFor() {
  const speaker = useT()
  const { t, word } = speaker
  const chosen = useActing()
  const { role, group } = chosen ? roleOf(chosen.actingFor) : {}
  const short = group ? groupName(group) : role ? word('role', role) : ''
  return (
    <OnDemand
      opened={ActingForm} look="icon acting" chosen={chosen}
      label={chosen ? t('acting.as', { who: actingWords(speaker, chosen.actingFor) }) : t('acting.choose')}
      sign={<><UserRound size={18} aria-hidden />{short && <span aria-hidden className={group ? '' : 'acting-role'}>{short}</span>}</>}
    />
  )
}
