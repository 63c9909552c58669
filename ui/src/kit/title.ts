import { useEffect } from 'react'
import { useT } from '../i18n'
import { useMoment } from '../moment'

/** The tab's title; a page of the past says so first. */
export function useTitle(title: string) {
  const { date, t, number } = useT()
  const { asOf, knownAt } = useMoment()
  const moment = asOf ? date(asOf) : knownAt ? (knownAt.includes('-') ? date(knownAt) : t('past.atEvent', { n: number(Number(knownAt)) })) : ''
  useEffect(() => {
    document.title = `${moment ? `${moment} – ` : ''}${title} · Waymark`
  }, [moment, title])
}
