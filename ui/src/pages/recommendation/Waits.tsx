import { Hourglass } from 'lucide-react'
import type { RecommendationEntry, Waiting } from '../../api/rows'
import { useT } from '../../i18n'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { groupName, groupOf } from '../../kit/groups'
import { itemsOf } from '../../known'

const nameOf = ({ what, owner = '', part = '' }: Waiting) => `${what} ${owner} ${part}`

/** What is open, on whose desk, and for how long. */
export function Waits({ entry }: { entry: RecommendationEntry }) {
  const { t, word, date } = useT()
  const open = itemsOf(entry, '/standing/waitingFor', entry.standing.waitingFor, nameOf)
  return (
    <section className="waits" aria-label={t('rec.waits')}>
      <h2><Hourglass size={15} aria-hidden /> {t('rec.waits')}</h2>
      {open.length === 0 ? <p className="empty">{t('rec.waits.nothing')}</p> : (
        <ul>
          {open.map(({ item: wait, known }, index) => (
            <li key={index}>
              <b>{wait.owner ? (groupOf(wait.owner) ? groupName(wait.owner) : word('owner', wait.owner)) : ''}</b>
              <span>{word('what', wait.what)}{wait.part && wait.part !== 'whole' && ` · ${t('rec.part', { part: wait.part })}`}</span>
              {!known ? <NotOnRecord /> : <span className={`due ${wait.late ? 'late' : ''}`}>
                {wait.ageDays !== undefined && t('rec.waits.age', { n: wait.ageDays })}
                {wait.dueOn && <> · {t('rec.waits.due', { date: date(wait.dueOn) })}</>}
              </span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
