import type { Day, PlannedDate } from '../days'

/**
 * The rows as the query service writes them: the same in an answer, in a frame and here. A test reads the recorded rows of
 * each view against these types' names. What is absent there is `undefined` here, empty maps included.
 */

export type GroupCode = string
export type ById<T> = Record<string, T>

/** What every answer says of itself. */
export interface Answer {
  position: number
  epoch: string
  asOf: string
  knownAt: number
  /** how many events were recorded by a later release than the one that answers, so that it could not read them */
  without?: number
}

/**
 * A value that is not known: those that it may have, the certain one first, null where it may be absent. `pointer` leads into
 * the entry; `facts` are the positions of the events that make it so.
 */
export interface Possible {
  pointer: string
  values: unknown[]
  facts: number[]
}

/** One row at a moment, with what depends on the day that is looked at. */
export interface Entry<Row, Standing = undefined> {
  key: string
  row: Row
  standing: Standing
  /** only in readings of the past */
  possible?: Possible[]
  /** the first event that could not be read into the row: it shows what came before */
  stoppedAt?: number
  /** positions of events that say they came after others which stand after them, or stand no more */
  contradictions?: number[]
  stoppedBy?: 'RECORDED_BY_A_LATER_RELEASE' | 'CAN_NOT_BE_FOLDED'
}

/** Any entry, for what is the same in all. */
export type ReadEntry = Entry<unknown, unknown>

export interface Page<E> extends Answer {
  /** how many there are in all; absent where counting would mean reading the whole log */
  total?: number
  rows: E[]
  next?: string
}

export interface One<E> extends Answer {
  entry: E
}

// ---- reviews

export const REVIEW_STAGES = [
  'UNSCHEDULED', 'SCHEDULED', 'CALL_OPEN', 'NOMINATING', 'TEAM_SEATED', 'CONVENED', 'SCOPING', 'SCOPE_AGREED', 'SCOPE_SHARED',
  'IN_PROGRESS', 'DRAFT_PUBLISHED', 'FINALISING', 'FINAL_SUBMITTED', 'FINAL_COMMENT', 'BOARD_ACTED', 'IMPLEMENTING', 'CLOSED',
] as const
export type ReviewStage = (typeof REVIEW_STAGES)[number]

/** Where a recommendation stands, in one word: each counts once, at the furthest. */
export type RecommendationStep = 'DONE' | 'CLAIMED' | 'UNDER_WAY' | 'APPROVED' | 'WITH_BOARD' | 'PASSED_THROUGH' | 'REJECTED' | 'PROPOSED' | 'GONE'

export type Kind = 'ATRT' | 'SSR' | 'CCT' | 'RDS' | 'ORGANIZATIONAL' | 'HOLISTIC_PILOT'
export type TeamPriority = 'PREREQUISITE' | 'HIGH' | 'MEDIUM' | 'LOW'
export type Disposition = 'APPROVED' | 'REJECTED' | 'PENDING' | 'PASSED_THROUGH'
export type ImplementationStatus =
  | 'NOT_STARTED' | 'IMPLEMENTATION_DESIGN' | 'IN_PROGRESS' | 'PARTIALLY_COMPLETE' | 'ON_HOLD' | 'COMPLETE'
export type Completion = 'CLAIMED' | 'VERIFIED' | 'DISPUTED'
export type EndorsementState = 'AWAITED' | 'ENDORSED' | 'ENDORSED_WITH_CONDITIONS' | 'CONCERN_RAISED'

export interface Endorsement {
  state: EndorsementState
  scopeVersion: number
  on?: Day
  words?: string
}

export interface Member {
  group?: GroupCode
  boardDesignee: boolean
  since?: Day
  until?: Day
  interestFiledOn?: Day
  conflict?: string
}

export interface Milestone {
  name?: string
  firstPlan?: PlannedDate
  forecasts?: ById<PlannedDate>
  forecast?: PlannedDate
  reachedOn?: Day
  missedOn?: Day
}

export interface Brief {
  printedAs: string
  title?: string
  priority?: TeamPriority
  parts?: ById<Disposition>
  status?: ImplementationStatus
  completion?: Completion
  gone?: 'WITHDRAWN' | 'MERGED' | 'RETIRED'
}

export interface Comment {
  subject: string
  openedOn: Day
  firstClosesOn?: PlannedDate
  closesOn?: PlannedDate
  closedOn?: Day
  submissions?: number
}

export interface ReviewRow {
  review: string
  printedAs: string
  name: string
  kind?: Kind
  pack?: string
  stage: ReviewStage
  stages?: Partial<Record<ReviewStage, Day>>
  dueOn?: PlannedDate
  deferrals?: ById<{ on: Day; until?: PlannedDate; reason?: string }>
  pauses?: ById<{ from: Day; until?: Day; reason?: string }>
  dissolvedOn?: Day
  closedOn?: Day
  team?: {
    size?: number
    seats?: ById<number>
    nominees?: ById<number>
    members?: ById<Member>
    leaders?: ById<string>
    shepherds?: ById<string>
    selectedOn?: Day
    convenedOn?: Day
    briefedOn?: Day
    callClosesOn?: PlannedDate
  }
  scope?: {
    version: number
    texts?: ById<{ on: Day; text?: string; state: 'DRAFTED' | 'AGREED' | 'AMENDED' }>
    termsOfReferenceOn?: Day
    workPlanOn?: Day
    sharedOn?: Day
    askedOn?: Day
    endorseBy?: PlannedDate
    endorsements?: ById<Endorsement>
  }
  milestones?: ById<Milestone>
  comments?: ById<Comment>
  reports?: { draftOn?: Day; adoptedOn?: Day; submittedOn?: Day; boardDueOn?: PlannedDate; boardFirstActedOn?: Day; recommendationCount?: number; partCount?: number }
  board?: {
    on: Day
    resolution?: string
    unit: 'RECOMMENDATION' | 'PART'
    approved?: number
    rejected?: number
    pending?: number
    passedThrough?: number
  }
  recommendations?: ById<Brief>
  actionItems?: ById<{ words: string; owner?: string; openedOn: Day; dueOn?: PlannedDate; closedOn?: Day; outcome?: string }>
  decisions: number
  noted?: ById<{ on: Day; kind: string; words: string }>
  waived?: ById<number>
  last: { position: number; type: string; stream: string; on: Day }
  version: number
}

export type Health = 'ON_TRACK' | 'AT_RISK' | 'LATE' | 'NO_PLAN' | 'DONE'
export type ReviewState = 'UNDER_WAY' | 'PAUSED' | 'DEFERRED' | 'CLOSED' | 'NOT_STARTED'

export interface Clock {
  clock: string
  subject?: string
  startedOn?: string
  dueOn?: string
  stoppedOn?: string
  pausedDays?: number
  late?: boolean
  daysLate?: number
  owner?: string
  clause?: string
}

export interface Totals {
  listed?: number
  approved?: number
  rejected?: number
  pending?: number
  passedThrough?: number
  split?: number
  undecided?: number
  gone?: number
}

/** How far recommendations are; each counts once, at the furthest. */
export interface Progress {
  all: number
  done: number
  claimed: number
  underWay: number
  approved: number
  withBoard: number
  passedThrough: number
  rejected: number
  proposed: number
}

/** What depends on the day that is looked at; computed when it is read. */
export interface ReviewStanding {
  stage: ReviewStage
  state: ReviewState
  pausedSince?: Day
  deferredUntil?: PlannedDate
  health: Health
  slipDays?: number
  clocks?: Clock[]
  totals?: { RECOMMENDATION?: Totals; PART?: Totals }
  progress?: ById<Partial<Progress>>
  steps?: ById<RecommendationStep>
}

export type ReviewEntry = Entry<ReviewRow, ReviewStanding>

// ---- recommendations

export const RECOMMENDATION_STAGES = [
  'DRAFTED', 'CONSENSUS_CALL_OPEN', 'DESIGNATED', 'PRIORITIZED', 'FINAL', 'BOARD_ACTED', 'COMMUNITY_PRIORITIZED',
  'IMPLEMENTING', 'COMPLETION_CLAIMED', 'COMPLETION_VERIFIED', 'EFFECT_ASSESSED', 'RETIRED', 'WITHDRAWN', 'MERGED',
] as const
export type RecommendationStage = (typeof RECOMMENDATION_STAGES)[number]

export interface Dated {
  on: Day
  words?: string
}

export interface Status {
  status: ImplementationStatus
  on: Day
  percent?: number
  words?: string
}

export interface Part {
  disposition: Disposition
  since: Day
  actions?: ById<{ disposition: Disposition; on: Day; resolution?: string; rationale?: string }>
  passedTo?: ById<{ passedOn: Day; notifiedOn?: Day; answer?: string; answeredOn?: Day; words?: string }>
}

export interface RecommendationRow {
  recommendation: string
  review: string
  number: string
  printedAs: string
  title?: string
  topic?: string
  stage: RecommendationStage
  stages?: Partial<Record<RecommendationStage, Day>>
  texts?: ById<{ on: Day; title?: string; text?: string }>
  successMeasures?: string
  addressees?: ById<GroupCode>
  consensus?: {
    objectionsUntil?: PlannedDate
    positions?: ById<{ position: string; group?: GroupCode; on: Day; words?: string }>
    objections?: ById<{ person: string; on: Day; words: string; resolved?: Dated }>
    level?: string
    designatedOn?: Day
    vote?: { inFavour: number; against: number; abstained: number }
  }
  priority?: { priority: TeamPriority; on: Day; rationale?: string }
  minorityStatements?: ById<{ on: Day; members?: ById<string>; groups?: ById<string>; words: string }>
  parts?: ById<Part>
  communityPriority?: { priority: string; on: Day; urgency?: string; importance?: string; rationale?: string }
  reports: number
  status?: Status
  dependencies?: ById<string>
  designCompleted?: Dated
  startedOn?: Day
  claimed?: Dated
  verified?: Dated
  disputed?: Dated
  clarifications?: ById<{ on: Day; question: string; answer?: Dated }>
  effect?: { assessedBy: string; effect: string; on: Day; words: string }
  retirementProposed?: Dated
  retiredOn?: Day
  keptOn?: Day
  withdrawnOn?: Day
  mergedInto?: string
  supplementedBy?: string
  waived?: ById<number>
  last: { position: number; type: string; on: Day }
  version: number
}

export interface Waiting {
  what: string
  owner?: string
  since?: string
  ageDays?: number
  dueOn?: string
  late?: boolean
  part?: string
}

export interface RecommendationStanding {
  waitingFor?: Waiting[]
  disposition: Disposition | 'SPLIT' | 'NONE'
}

export type RecommendationEntry = Entry<RecommendationRow, RecommendationStanding>

/** A report of ICANN org; the key is the position of its event. */
export type ReportEntry = Entry<Status>

// ---- groups

/** Something that a body is asked to decide or answer. */
export interface WaitingFor {
  what: string
  review: string
  recommendation?: string
  group: GroupCode
  since: string
  dueOn?: string
  verb: string
}

export interface GroupRow {
  group: GroupCode
  printedAs: string
  kind: 'SO' | 'AC' | 'HOUSE' | 'STAKEHOLDER_GROUP' | 'CONSTITUENCY' | 'RALO' | 'BODY'
  parent?: GroupCode
  parts?: ById<GroupCode>
  waiting?: ById<WaitingFor>
  reviews?: ById<{ seats?: number; nominees?: number; endorsements?: ById<Endorsement>; addressed?: number }>
  recommendations?: ById<{ review: string; printedAs: string; title?: string; addressed: boolean; passed: boolean }>
}

export type GroupEntry = Entry<GroupRow>

// ---- trail

export interface Occurrence {
  occurredOn: string
  precision: Day['precision']
  evidence?: { address: string; title?: string }[]
  reason?: string
  by: { role: string; group?: string }
  corrects?: string
  attested?: { grade: string; waived?: string[] }
  after?: string[]
}

export interface TrailRow {
  position: number
  eventId: string
  stream: string
  review: string
  version: number
  type: string
  recordedAt: string
  recordedBy?: string
  actingFor?: string
  authenticated: boolean
  pack?: string
  corrects?: string
  payload: { on: Occurrence } & Record<string, unknown>
}

export type TrailEntry = Entry<TrailRow>
