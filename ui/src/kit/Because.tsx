import { Link } from '@tanstack/react-router'
import { useEvent, usePeople } from '../api/queries'
import { useT } from '../i18n'
import { actingWords } from '../shell/ActingFor'
import { EventIcon } from './marks'
import { useSentence } from '../words/sentence'
import { Unread } from './states'

/** The event behind a value, in one sentence, with its evidence and who recorded it. */
export function Because({ position }: { position: number }) {
  const speaker = useT()
  const { t, number, day, dateTime, word } = speaker
  const person = usePeople()
  const sentence = useSentence()
  const read = useEvent(position)
  if (read.isError) return <Unread error={read.error} retry={() => void read.refetch()} />
  const row = read.data?.row
  if (!row) return <p className="sub">{read.isPending ? t('state.loading') : t('why.unknown', { n: number(position) })}</p>
  const { on } = row.payload
  return (
    <>
      <p className="why-s"><EventIcon type={row.type} /><span>{sentence(row)}</span></p>
      <p className="sub">{t('why.happened', { date: day({ on: on.occurredOn, precision: on.precision ?? 'DAY' }) })}</p>
      {on.reason && <p className="sub"><bdi>{on.reason}</bdi></p>}
      {(on.evidence ?? []).length > 0 && (
        <ul className="why-l">
          {(on.evidence ?? []).slice(0, 3).map(({ address, title }) => (
            <li key={address}>{address.startsWith('http') ? <a href={address} rel="noreferrer" lang="en">{title ?? address}</a> : <span lang="en">{title ?? address}</span>}</li>
          ))}
        </ul>
      )}
      <p className="sub">
        {t('why.recorded', {
          n: number(position),
          who: row.recordedBy ? person(row.recordedBy) : t('why.somebody'),
          capacity: row.actingFor ? actingWords(speaker, row.actingFor) : '',
          at: dateTime(row.recordedAt),
        })}
        {on.attested && <> {t('why.grade', { grade: word('grade', on.attested.grade) })}</>}
      </p>
      <Link className="link" to="/history" search={{ event: String(position) }}>{t('why.open')}</Link>
    </>
  )
}
