import { Check, CircleCheck, CircleDashed, Clock3, MessageSquareWarning, Minus, OctagonAlert, PauseCircle, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Health, ReviewEntry, ReviewStanding, TeamPriority } from '../api/rows'
import { useT } from '../i18n'
import type { Shown as EndorsementShown } from './endorsements'
import { lookOf } from './events'
import { PHASES, entered, phaseNumber } from './phases'

/** A state is never its colour alone: sign, word and, where late, a pattern. */
const HEALTH: Record<Health, { icon: LucideIcon; tone: string }> = {
  ON_TRACK: { icon: CircleCheck, tone: 'ontrack' },
  AT_RISK: { icon: TriangleAlert, tone: 'atrisk' },
  LATE: { icon: OctagonAlert, tone: 'late' },
  NO_PLAN: { icon: CircleDashed, tone: 'idle' },
  DONE: { icon: Check, tone: 'done' },
}
export const toneOf = (health: Health) => HEALTH[health]?.tone ?? 'idle'

export function HealthMark({ health }: { health: Health }) {
  const { t } = useT()
  const { icon: Icon, tone } = HEALTH[health] ?? HEALTH.NO_PLAN
  return <span className={`hm ${tone}`}><Icon size={15} aria-hidden strokeWidth={2.2} /><span>{t(`health.${health}`)}</span></span>
}

/** What is true of a review now: its state where that says more than its schedule does. */
export function StateMark({ standing }: { standing: ReviewStanding }) {
  const { t } = useT()
  switch (standing.state) {
    case 'PAUSED':
      return <span className="hm idle"><PauseCircle size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.PAUSED')}</span></span>
    case 'DEFERRED':
      return <span className="hm idle"><Clock3 size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.DEFERRED')}</span></span>
    case 'CLOSED':
      return <span className="hm done"><Check size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.CLOSED')}</span></span>
    case 'NOT_STARTED':
    case 'UNDER_WAY':
      return <HealthMark health={standing.health} />
  }
}

/** The second line of a schedule: since when, until when, how far from the first plan, or what is late. */
export function useScheduleWords(short = false): (standing: ReviewStanding) => string {
  const { t, day, planned, word } = useT()
  return standing => {
    if (standing.state === 'PAUSED' && standing.pausedSince) return t('schedule.since', { date: day(standing.pausedSince) })
    if (standing.state === 'DEFERRED') return standing.deferredUntil ? t('schedule.until', { date: planned(standing.deferredUntil) }) : ''
    if (standing.state === 'CLOSED') return ''
    const worst = (standing.clocks ?? []).filter(({ late }) => late).sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))[0]
    const slip = standing.slipDays === undefined ? '' : slipWords(t, standing.slipDays, short)
    if (standing.health === 'LATE' && worst && worst.clock !== 'MILESTONE') {
      return t('schedule.clockLate', { clock: word('clock', worst.clock), n: worst.daysLate ?? 0 })
    }
    return slip
  }
}

/** How far from the first plan; `short` where a heading already says against what. */
export const slipWords = (t: ReturnType<typeof useT>['t'], days: number, short = false) =>
  days === 0 ? t('slip.none') : days < 0 ? t(short ? 'slip.early.short' : 'slip.early', { n: -days }) : t(short ? 'slip.late.short' : 'slip.late', { n: days })

/** Where a review is in its life; a step that was passed without a fact on record is drawn hollow. */
export function Pipeline({ entry: { row, standing } }: { entry: ReviewEntry }) {
  const { t, word } = useT()
  const here = phaseNumber(standing.stage)
  const closed = standing.state === 'CLOSED'
  const onRecord = entered(row)
  const stage = word('stage', standing.stage)
  const tone = standing.state === 'PAUSED' || standing.state === 'DEFERRED' || standing.state === 'NOT_STARTED' ? 'idle' : toneOf(standing.health)
  return (
    <div className="pipe">
      <div className="pipe-bar" role="img" aria-label={t('pipe.label', { stage, n: here + 1, health: t(`health.${standing.health}`) })}>
        {PHASES.map((phase, index) => (
          <span key={phase} className={`seg ${closed || index < here ? (onRecord[phase] ? 'past' : 'gap') : index === here ? `cur ${tone}` : ''}`} />
        ))}
      </div>
      <div className="pipe-cap"><b>{stage}</b><span>{closed ? '' : t('pipe.of', { n: here + 1 })}</span></div>
    </div>
  )
}

export function PriorityMark({ priority }: { priority: TeamPriority | undefined }) {
  const { t, word } = useT()
  return <span className={`pr ${priority?.toLowerCase() ?? 'none'}`}>{priority ? word('priority', priority) : t('priority.none')}</span>
}

export function ConsensusMark({ level, text }: { level: string; text?: boolean }) {
  const { word } = useT()
  const words = word('level', level)
  return <span className={`cons ${level}`} title={text ? undefined : words}><i aria-hidden />{text ? <span>{words}</span> : <span className="sr">{words}</span>}</span>
}

const ENDORSEMENT: Record<EndorsementShown, string> = {
  AWAITED: 'awaited',
  UNANSWERED: 'unanswered',
  ENDORSED: 'endorsed',
  ENDORSED_WITH_CONDITIONS: 'conditions',
  CONCERN_RAISED: 'concern',
}

export function EndorsementMark({ state, text }: { state: EndorsementShown | undefined; text?: boolean }) {
  const { t, word } = useT()
  const words = state ? word('endorsement', state) : t('endorsement.notAsked')
  return (
    <span className={`end ${state ? ENDORSEMENT[state] : ''}`}>
      <span className="end-i" aria-hidden>
        {state === 'ENDORSED' ? <Check size={14} strokeWidth={2.6} />
          : state === 'ENDORSED_WITH_CONDITIONS' ? <span className="half" />
          : state === 'CONCERN_RAISED' ? <MessageSquareWarning size={12} strokeWidth={2.3} />
          : state === 'AWAITED' ? <Clock3 size={13} strokeWidth={2.3} />
          : state === 'UNANSWERED' ? <Minus size={13} strokeWidth={2.3} />
          : <span className="dash" />}
      </span>
      {text ? <span>{words}</span> : <span className="sr">{words}</span>}
    </span>
  )
}

export function EventIcon({ type }: { type: string }) {
  const { icon: Icon, tint = '' } = lookOf(type)
  return <span className={`evi ${tint}`}><Icon size={15} aria-hidden /></span>
}
