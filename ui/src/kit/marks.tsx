import { Check, CircleCheck, CircleDashed, CircleHelp, Clock3, MessageSquareWarning, Minus, OctagonAlert, PauseCircle, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Health, ReviewEntry, ReviewState, TeamPriority } from '../api/rows'
import { useT } from '../i18n'
import { agreed, isKnown, known } from '../known'
import { NotOnRecord } from './NotOnRecord'
import type { Shown as EndorsementShown } from './endorsements'
import { lookOf } from './events'
import { PHASES, entered, lifeOf } from './phases'

/** A state is never its colour alone: sign, word and, where late, a pattern. */
const HEALTH: Record<Health, { icon: LucideIcon; tone: string }> = {
  ON_TRACK: { icon: CircleCheck, tone: 'ontrack' },
  AT_RISK: { icon: TriangleAlert, tone: 'atrisk' },
  LATE: { icon: OctagonAlert, tone: 'late' },
  NO_PLAN: { icon: CircleDashed, tone: 'idle' },
  DONE: { icon: Check, tone: 'done' },
}
export function HealthMark({ health }: { health: Health }) {
  const { t } = useT()
  const { icon: Icon, tone } = HEALTH[health] ?? HEALTH.NO_PLAN
  return <span className={`hm ${tone}`}><Icon size={15} aria-hidden strokeWidth={2.2} /><span>{t(`health.${health}`)}</span></span>
}

const MARK = ['/standing/state', '/standing/health'] as [string, string]

/** Its state where that says more than its schedule does. */
const markOf = (state: ReviewState, health: Health) => (state === 'NOT_STARTED' || state === 'UNDER_WAY' ? health : state)

export const markIn = (entry: ReviewEntry) => agreed(entry, MARK, markOf)

/** The colour of the step a review is in; none where it is not under way, and where that is not known. */
export function toneOf(entry: ReviewEntry): string {
  const tone = agreed(entry, MARK, (state: ReviewState, health: Health) => (state === 'UNDER_WAY' ? (HEALTH[health]?.tone ?? 'idle') : 'idle'))
  return tone.known ? tone.value : 'idle'
}

/** What is true of a review at the moment shown. */
export function StateMark({ entry }: { entry: ReviewEntry }) {
  const { t } = useT()
  const mark = markIn(entry)
  if (!mark.known) {
    const states = known(entry, '/standing/state')
    return <span className="hm idle"><CircleHelp size={15} aria-hidden strokeWidth={2.2} /><NotOnRecord may={states.known ? [] : states.values.map(state => t(`state.${state as ReviewState}`))} /></span>
  }
  switch (mark.value) {
    case 'PAUSED':
      return <span className="hm idle"><PauseCircle size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.PAUSED')}</span></span>
    case 'DEFERRED':
      return <span className="hm idle"><Clock3 size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.DEFERRED')}</span></span>
    case 'CLOSED':
      return <span className="hm done"><Check size={15} aria-hidden strokeWidth={2.2} /><span>{t('state.CLOSED')}</span></span>
    default:
      return <HealthMark health={mark.value} />
  }
}

/** The second line of a schedule: since when, until when, how far from the first plan, or what is late. */
export function useScheduleWords(short = false): (entry: ReviewEntry) => string {
  const { t, day, planned, word } = useT()
  return entry => {
    const { standing } = entry
    if (!markIn(entry).known) return ''
    if (standing.state === 'PAUSED' && !isKnown(entry, '/standing/pausedSince')) return t('unknown.day')
    if (standing.state === 'PAUSED' && standing.pausedSince) return t('schedule.since', { date: day(standing.pausedSince) })
    if (standing.state === 'DEFERRED' && !isKnown(entry, '/standing/deferredUntil')) return t('unknown.day')
    if (standing.state === 'DEFERRED') return standing.deferredUntil ? t('schedule.until', { date: planned(standing.deferredUntil) }) : ''
    if (standing.state === 'CLOSED') return ''
    const worst = isKnown(entry, '/standing/clocks') ? (standing.clocks ?? []).filter(({ late }) => late).sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))[0] : undefined
    const slip = standing.slipDays === undefined || !isKnown(entry, '/standing/slipDays') ? '' : slipWords(t, standing.slipDays, short)
    if (standing.health === 'LATE' && worst && worst.clock !== 'MILESTONE') {
      return t('schedule.clockLate', { clock: word('clock', worst.clock), n: worst.daysLate ?? 0 })
    }
    return slip
  }
}

/** How far from the first plan; `short` where a heading already says against what. */
export const slipWords = (t: ReturnType<typeof useT>['t'], days: number, short = false) =>
  days === 0 ? t('slip.none') : days < 0 ? t(short ? 'slip.early.short' : 'slip.early', { n: -days }) : t(short ? 'slip.late.short' : 'slip.late', { n: days })

/** The stage of a review in words. */
export function StageWords({ entry }: { entry: ReviewEntry }) {
  const { word } = useT()
  const stage = known(entry, '/standing/stage')
  return stage.known ? <>{word('stage', entry.standing.stage)}</> : <NotOnRecord may={stage.values.map(value => word('stage', String(value)))} />
}

/** Where a review is in its life; a step that was passed without a fact on record is drawn hollow. */
export function Pipeline({ entry }: { entry: ReviewEntry }) {
  const { t, word } = useT()
  const { here, stage, closed } = lifeOf(entry)
  const onRecord = entered(entry)
  const tone = toneOf(entry)
  const health = isKnown(entry, '/standing/health') ? t(`health.${entry.standing.health}`) : t('unknown.day')
  return (
    <div className="pipe">
      <div className="pipe-bar" role="img" aria-label={stage ? t('pipe.label', { stage: word('stage', stage), n: here + 1, health }) : `${t('col.stage')}: ${t('unknown.day')}`}>
        {PHASES.map((phase, index) => (
          <span key={phase} className={`seg ${closed || index < here ? (onRecord[phase]?.known ? 'past' : 'gap') : index === here && stage ? `cur ${tone}` : ''}`} />
        ))}
      </div>
      <div className="pipe-cap"><b><StageWords entry={entry} /></b><span>{closed || !stage ? '' : t('pipe.of', { n: here + 1 })}</span></div>
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
  UNKNOWN: '',
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
      {text ? (state === 'UNKNOWN' ? <NotOnRecord /> : <span>{words}</span>) : <span className="sr">{words}</span>}
    </span>
  )
}

export function EventIcon({ type }: { type: string }) {
  const { icon: Icon, tint = '' } = lookOf(type)
  return <span className={`evi ${tint}`}><Icon size={15} aria-hidden /></span>
}
