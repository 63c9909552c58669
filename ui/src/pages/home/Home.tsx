import { useT } from '../../i18n'

export function Home() {
  const { t } = useT()
  return <div className="page"><h1>{t('nav.reviews')}</h1></div>
}
