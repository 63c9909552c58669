import { Check } from 'lucide-react'
import type { RecommendationEntry } from '../../api/rows'
import type { Day } from '../../days'
import { lastOf } from '../../days'
import { useT, type Key } from '../../i18n'
import { Why, setByOf } from '../../kit/Why'

interface Step {
  name: Key
  day?: Day
  pointer: string
}

/** The steps from draft to effect, each with its day; what was claimed and what was verified are two of them. */
export function steps({ row }: RecommendationEntry): Step[] {
  const { stages = {} } = row
  const parts = Object.entries(row.parts ?? {}).sort(([, a], [, b]) => lastOf(a.since).localeCompare(lastOf(b.since)))
  const firstPart = parts[0]
  return [
    { name: 'rec.step.drafted', day: stages.DRAFTED, pointer: '/stages/DRAFTED' },
    { name: 'rec.step.agreed', day: row.consensus?.designatedOn, pointer: '/consensus/designatedOn' },
    { name: 'rec.step.final', day: stages.FINAL, pointer: '/stages/FINAL' },
    { name: 'rec.step.board', day: stages.BOARD_ACTED ?? firstPart?.[1].since, pointer: '/stages/BOARD_ACTED' },
    { name: 'rec.step.implementing', day: stages.IMPLEMENTING ?? row.startedOn, pointer: '/stages/IMPLEMENTING' },
    { name: 'rec.step.claimed', day: row.claimed?.on, pointer: '/claimed' },
    { name: 'rec.step.verified', day: row.verified?.on, pointer: '/verified' },
    { name: 'rec.step.effect', day: row.effect?.on, pointer: '/effect' },
  ]
}

export function Story({ entry }: { entry: RecommendationEntry }) {
  const { t, day } = useT()
  const all = steps(entry)
  const last = all.findLastIndex(step => step.day)
  return (
    <ol className="rail" tabIndex={0} aria-label={t('rec.story')}>
      {all.map((step, index) => {
        const look = index === last ? 'cur done' : index < last ? (step.day ? 'past' : 'past gap') : 'todo'
        return (
          <li key={step.name} className={look} aria-current={index === last ? 'step' : undefined}>
            <span className="knob" aria-hidden>{index < last && step.day && <Check size={10} strokeWidth={4} />}</span>
            <span className="rail-t">{t(step.name)}</span>
            {step.day ? <Why label={t(step.name)} position={setByOf(entry.setBy, step.pointer)}>{day(step.day)}</Why>
              : index < last ? <span>{t('rail.notOnRecord')}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
