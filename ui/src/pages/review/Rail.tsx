import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Value } from '../../kit/Value'
import { toneOf } from '../../kit/marks'
import { PHASES, entered, phaseNumber } from '../../kit/phases'

/** The life of the review: when each step was entered, by what is on record. */
export function Rail({ entry }: { entry: ReviewEntry }) {
  const { row, standing } = entry
  const { t, day, planned, word } = useT()
  const place = useRef<HTMLOListElement>(null)
  const here = phaseNumber(standing.stage)
  const closed = standing.state === 'CLOSED'
  const onRecord = entered(row)
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
        const current = index === here && !closed
        // beside the stage of this moment stands the day of that stage, not of the first one in its step
        const now = current ? row.stages?.[standing.stage] : undefined
        const found = now ? { day: now, pointer: `/row/stages/${standing.stage}` } : onRecord[phase]
        const past = index < here || (closed && found !== undefined)
        const look = current ? `cur ${standing.state === 'UNDER_WAY' ? toneOf(standing.health) : 'idle'}` : past ? (found ? 'past' : 'past gap') : 'todo'
        const due = phase === 'board' && submitted && !found ? row.reports?.boardDueOn : phase === 'planned' && !found ? row.dueOn : undefined
        return (
          <li key={phase} className={look} aria-current={current ? 'step' : undefined}>
            <span className="knob" aria-hidden>{past && found && <Check size={10} strokeWidth={4} />}</span>
            <span className="rail-t">{t(`phase.${phase}`)}</span>
            {current && word('stage', standing.stage) !== t(`phase.${phase}`) && <span className="rail-s">{word('stage', standing.stage)}</span>}
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
