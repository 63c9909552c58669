/** A stream and what its addresses are: `review/ssr2`, `recommendation/ssr2/1.1`. */
export interface Stream {
  stream: string
  review: string
  number?: string
}

export function streamOf(stream: string): Stream {
  const [kind = '', review = '', number] = stream.split('/')
  return kind === 'recommendation' ? { stream, review, number } : { stream: `review/${review}`, review }
}

export const reviewStream = (review: string): Stream => ({ stream: `review/${review}`, review })
export const recommendationStream = (review: string, number: string): Stream => ({ stream: `recommendation/${review}/${number}`, review, number })

/** Where a command is sent. */
export function pathOf({ review, number }: Stream, verb: string): string {
  const of = `/commands/reviews/${encodeURIComponent(review)}`
  return number === undefined ? `${of}/${verb}` : `${of}/recommendations/${encodeURIComponent(number)}/${verb}`
}

/** Which command records which event: to correct an event, its command is asked for again. */
export const VERB_OF: Record<string, string> = {
  ReviewScheduled: 'schedule-review', ReviewDeferred: 'defer-review', ReviewPaused: 'pause-review', ReviewRestarted: 'restart-review',
  ReviewTeamDissolved: 'dissolve-review-team', ReviewClosed: 'close-review', BoardActedOnReport: 'record-board-action-on-report',
  OccurrenceNoted: 'note-occurrence', DecisionRecorded: 'record-decision', DecisionSuperseded: 'supersede-decision',
  ActionItemOpened: 'open-action-item', ActionItemClosed: 'close-action-item', ReviewFactRetracted: 'retract-review-fact',
  CallForVolunteersOpened: 'open-call-for-volunteers', CallForVolunteersExtended: 'extend-call-for-volunteers',
  CandidateNominated: 'nominate-candidate', ReviewTeamSelected: 'select-review-team', BoardDesigneeAppointed: 'appoint-board-designee',
  MemberJoined: 'add-member', MemberResigned: 'record-resignation', MemberReplaced: 'replace-member', MemberRemoved: 'remove-member',
  InterestStatementFiled: 'file-interest-statement', ConflictDeclared: 'declare-conflict', ReviewTeamConvened: 'convene-review-team',
  LeadershipSelected: 'select-leadership', MssiBriefingHeld: 'record-briefing',
  ImplementationShepherdsDesignated: 'designate-implementation-shepherds', ScopeDrafted: 'draft-scope', ScopeAgreed: 'agree-scope',
  TermsOfReferenceAdopted: 'adopt-terms-of-reference', ScopeSharedWithLeadership: 'share-scope', ScopeEndorsed: 'endorse-scope',
  ScopeConcernRaised: 'raise-scope-concern', ScopeAmended: 'amend-scope', WorkPlanAdopted: 'adopt-work-plan',
  WorkPlanRevised: 'revise-work-plan', MilestonePlanned: 'plan-milestone', MilestoneRescheduled: 'reschedule-milestone',
  MilestoneReached: 'reach-milestone', MilestoneMissed: 'miss-milestone', PublicCommentOpened: 'open-public-comment',
  PublicCommentExtended: 'extend-public-comment', PublicCommentClosed: 'close-public-comment',
  DraftReportPublished: 'publish-draft-report', FinalReportAdopted: 'adopt-final-report', FinalReportSubmitted: 'submit-final-report',
  BoardActionDueSet: 'set-board-action-due', RecommendationDrafted: 'draft-recommendation',
  RecommendationReworded: 'reword-recommendation', RecommendationMerged: 'merge-recommendation',
  RecommendationWithdrawn: 'withdraw-recommendation', RecommendationFactRetracted: 'retract-recommendation-fact',
  ConsensusCallOpened: 'open-consensus-call', PositionStated: 'state-position', ObjectionRaised: 'raise-objection',
  ObjectionResolved: 'resolve-objection', ConsensusDesignated: 'designate-consensus', MinorityStatementFiled: 'file-minority-statement',
  RecommendationPrioritized: 'prioritize-recommendation', RecommendationFinalized: 'finalize-recommendation',
  BoardActionRecorded: 'record-board-action', PassThroughNotified: 'notify-pass-through', PassThroughAnswered: 'answer-pass-through',
  RecommendationSupplemented: 'supplement-recommendation', CommunityPriorityAssigned: 'assign-community-priority',
  ImplementationDesignCompleted: 'complete-implementation-design', ImplementationStarted: 'start-implementation',
  ImplementationStatusReported: 'report-implementation-status', DependencyRecorded: 'record-dependency',
  ImplementationCompleted: 'claim-completion', CompletionVerified: 'verify-completion', CompletionDisputed: 'dispute-completion',
  ClarificationRequested: 'request-clarification', ClarificationGiven: 'give-clarification', EffectAssessed: 'assess-effect',
  RetirementProposed: 'propose-retirement', RecommendationRetired: 'retire-recommendation', RecommendationKept: 'keep-recommendation',
}

export const isRetraction = (verb: string) => verb.endsWith('-fact')
export const retractionOf = ({ number }: Stream) => (number === undefined ? 'retract-review-fact' : 'retract-recommendation-fact')
