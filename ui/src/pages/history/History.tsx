import { useT } from '../../i18n'

export function HistoryPage() {
  const { t } = useT()
  return <div className="page"><h1>{t('nav.history')}</h1></div>
}
