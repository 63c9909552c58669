import { WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { live } from '../api/queries'
import { useT } from '../i18n'

export const useConnection = () => useSyncExternalStore(live.listen, live.getState)

/** How long "caught up" is said after a reconnection. */
const SAID_MS = 8_000

/** Says whether what is on the screen is up to date; of one width, so that the header does not jump. */
export function Connection() {
  const { t, time } = useT()
  const { status, since, caughtUp } = useConnection()
  const [said, setSaid] = useState<number>()
  useEffect(() => {
    if (caughtUp === undefined) return
    const timer = setTimeout(() => setSaid(since), SAID_MS)
    return () => clearTimeout(timer)
  }, [caughtUp, since])
  const text =
    status === 'offline' ? t('live.offline', { time: time(since) })
    : status === 'live' && caughtUp !== undefined && said !== since ? t('live.caughtUp', { n: caughtUp })
    : t(`live.${status}`)
  return (
    <span className={`conn ${status}`} role="status">
      {status === 'offline' ? <WifiOff size={14} aria-hidden /> : <i className="pulse" aria-hidden />}
      <span>{text}</span>
    </span>
  )
}
