import type { ReadEntry } from '../api/rows'
import { useT } from '../i18n'
import { Facts } from './Why'

/** Says that events of a row can't have come in the order that they name, and leads to them. */
export function Contradictions({ entry: { contradictions = [] } }: { entry: ReadEntry }) {
  const { t } = useT()
  if (contradictions.length === 0) return null
  return (
    <div className="notice" role="status">
      <p>{t('state.contradictions', { n: contradictions.length })}</p>
      <Facts label={t('state.contradictionsOpen')} positions={contradictions} said={t('state.contradictionsAre')}>{t('state.contradictionsOpen')}</Facts>
    </div>
  )
}
