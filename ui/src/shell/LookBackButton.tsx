import { Rewind } from 'lucide-react'
import { Button } from 'react-aria-components'
import { plusDays, today } from '../days'
import { useT } from '../i18n'
import { useStepping } from './stepping'

/** Where a look back starts: far enough to differ from today. */
const FIRST_LOOK_DAYS = 90

export function LookBackButton() {
  const { t } = useT()
  const { show } = useStepping()
  return (
    <Button className="btn ghost look" aria-label={t('past.look')} onPress={() => void show(plusDays(today(), -FIRST_LOOK_DAYS), false)}>
      <Rewind size={15} aria-hidden /><span>{t('past.look')}</span>
    </Button>
  )
}
