import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Value } from '../../kit/Value'
import { toneOf } from '../../kit/marks'
import { PHASES, entered, lifeOf } from '../../kit/phases'
import { isKnown } from '../../known'

/** The life of the review: when each step was entered, by what is on record. */
export function Rail({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, day, planned, word } = useT()
  const place = useRef<HTMLOListElement>(null)
  const { here, stage, closed } = lifeOf(entry)
  const onRecord = entered(entry)
  useEffect(() => {
    const rail = place.current
    const current = rail?.querySelector<HTMLElement>('.cur')
    if (rail && current && rail.scrollWidth > rail.clientWidth) {
      rail.scrollLeft = current.offsetLeft - rail.clientWidth / 2 + current.clientWidth / 2
    }
  }, [])
  const submitted = here > 4
  return (
    <ol className="rail" ref={place} tabIndex={0} aria-label={t('review.life')}>
      {PHASES.map((phase, index) => {
        const current = index === here && stage !== undefined && !closed
        // beside the stage of this moment stands the day of that stage, not of the first one in its step
        const now = current ? row.stages?.[stage] : undefined
        const pointer = `/row/stages/${stage ?? ''}`
        const found = now ? { day: now, pointer, known: isKnown(entry, pointer) } : onRecord[phase]
        const past = index < here || (closed && found !== undefined && found.known)
        const look = current ? `cur ${toneOf(entry)}` : past ? (found?.known ? 'past' : 'past gap') : 'todo'
        const due = phase === 'board' && submitted && !found && isKnown(entry, '/row/reports/boardDueOn') ? row.reports?.boardDueOn : phase === 'planned' && !found && isKnown(entry, '/row/dueOn') ? row.dueOn : undefined
        return (
          <li key={phase} className={look} aria-current={current ? 'step' : undefined}>
            <span className="knob" aria-hidden>{past && found?.known && <Check size={10} strokeWidth={4} />}</span>
            <span className="rail-t">{t(`phase.${phase}`)}</span>
            {current && word('stage', stage) !== t(`phase.${phase}`) && <span className="rail-s">{word('stage', stage)}</span>}
            {found ? <Value view="reviews" entry={entry} pointer={found.pointer} label={t(`phase.${phase}`)}>{day(found.day)}</Value>
              : due ? <span>{t('rail.due', { date: planned(due) })}</span>
              : past ? <span>{t('rail.notOnRecord')}</span>
              : null}
          </li>
        )
      })}
    </ol>
  )
}
