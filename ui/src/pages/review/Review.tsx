import { useT } from '../../i18n'

export function ReviewPage() {
  const { t } = useT()
  return <div className="page"><h1>{t('nav.reviews')}</h1></div>
}
