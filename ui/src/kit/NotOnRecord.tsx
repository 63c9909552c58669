import { useT } from '../i18n'

/** What stands in place of a value of which it is not on record whether, by the day shown, it was so. */
export function NotOnRecord({ may = [] }: { may?: string[] }) {
  const { t, either } = useT()
  const words = may.length > 1 ? t('unknown.may', { words: either([...new Set(may)]) }) : undefined
  return <span className="dnr" title={words}>{t('unknown.day')}{words && <span className="sr">. {words}</span>}</span>
}
