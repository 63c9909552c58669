import { useT } from '../../i18n'

export function OrganisationPage() {
  const { t } = useT()
  return <div className="page"><h1>{t('nav.groups')}</h1></div>
}
