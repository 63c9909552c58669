import { Link } from '@tanstack/react-router'
import { useT } from '../i18n'

export function NotFound() {
  const { t } = useT()
  return (
    <div className="page">
      <h1>{t('state.notFound')}</h1>
      <p><Link className="link" to="/">{t('state.toReviews')}</Link></p>
    </div>
  )
}
