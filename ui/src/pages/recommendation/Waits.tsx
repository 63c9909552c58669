import { Hourglass } from 'lucide-react'
import type { RecommendationEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { groupName, groupOf } from '../../kit/groups'

/** What is open, on whose desk, and for how long. */
export function Waits({ entry: { standing } }: { entry: RecommendationEntry }) {
  const { t, word, date } = useT()
  const open = standing.waitingFor ?? []
  return (
    <section className="waits" aria-label={t('rec.waits')}>
      <h2><Hourglass size={15} aria-hidden /> {t('rec.waits')}</h2>
      {open.length === 0 ? <p className="empty">{t('rec.waits.nothing')}</p> : (
        <ul>
          {open.map((wait, index) => (
            <li key={index}>
              <b>{wait.owner ? (groupOf(wait.owner) ? groupName(wait.owner) : word('owner', wait.owner)) : ''}</b>
              <span>{word('what', wait.what)}{wait.part && wait.part !== 'whole' && ` · ${t('rec.part', { part: wait.part })}`}</span>
              <span className={`due ${wait.late ? 'late' : ''}`}>
                {wait.ageDays !== undefined && t('rec.waits.age', { n: wait.ageDays })}
                {wait.dueOn && <> · {t('rec.waits.due', { date: date(wait.dueOn) })}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
