import { Check } from 'lucide-react'
import type { RecommendationEntry } from '../../api/rows'
import type { Day } from '../../days'
import { lastOf } from '../../days'
import { useT, type Key } from '../../i18n'
import { Value } from '../../kit/Value'
import { isKnown } from '../../known'
import { under } from '../../pointer'

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
    { name: 'rec.step.drafted', day: stages.DRAFTED, pointer: '/row/stages/DRAFTED' },
    { name: 'rec.step.agreed', day: row.consensus?.designatedOn, pointer: '/row/consensus/designatedOn' },
    { name: 'rec.step.final', day: stages.FINAL, pointer: '/row/stages/FINAL' },
    stages.BOARD_ACTED || !firstPart
      ? { name: 'rec.step.board', day: stages.BOARD_ACTED, pointer: '/row/stages/BOARD_ACTED' }
      : { name: 'rec.step.board', day: firstPart[1].since, pointer: under('/row/parts', firstPart[0], 'since') },
    { name: 'rec.step.implementing', day: stages.IMPLEMENTING ?? row.startedOn, pointer: stages.IMPLEMENTING ? '/row/stages/IMPLEMENTING' : '/row/startedOn' },
    { name: 'rec.step.claimed', day: row.claimed?.on, pointer: '/row/claimed' },
    { name: 'rec.step.verified', day: row.verified?.on, pointer: '/row/verified' },
    { name: 'rec.step.effect', day: row.effect?.on, pointer: '/row/effect' },
  ]
}

export function Story({ entry }: { entry: RecommendationEntry }) {
  const { t, day } = useT()
  const all = steps(entry).map(step => ({ ...step, known: isKnown(entry, step.pointer) }))
  const last = all.findLastIndex(step => step.day && step.known)
  return (
    <ol className="rail" tabIndex={0} aria-label={t('rec.story')}>
      {all.map((step, index) => {
        const current = index === last && all.slice(last).every(({ known }) => known)
        const look = current ? 'cur done' : index <= last ? (step.day && step.known ? 'past' : 'past gap') : 'todo'
        return (
          <li key={step.name} className={look} aria-current={current ? 'step' : undefined}>
            <span className="knob" aria-hidden>{!current && index <= last && step.day && step.known && <Check size={10} strokeWidth={4} />}</span>
            <span className="rail-t">{t(step.name)}</span>
            {step.day || !step.known ? <Value view="recommendations" entry={entry} pointer={step.pointer} label={t(step.name)}>{step.day && day(step.day)}</Value>
              : index < last ? <span>{t('rail.notOnRecord')}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
