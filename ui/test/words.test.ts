import { i18n } from '@lingui/core'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { speaker, type Language } from '../src/i18n'
import { sentence, type Told } from '../src/words/sentence'
import enPages from '../src/messages/en.json'
import zhPages from '../src/messages/zh.json'
import en from '../src/messages/words.en.json'
import zh from '../src/messages/words.zh.json'

const contract = path.join(import.meta.dirname, '../../shared-events/src')
const recorded = path.join(contract, 'test/resources/recorded')
const samples = readdirSync(recorded).filter(name => name.endsWith('.json'))

i18n.load({ en: { ...enPages, ...en }, zh: { ...zhPages, ...zh } } as never)
const names = { person: (id: string) => ({ 'maria-duarte': 'Maria Duarte' })[id] ?? id, review: (id: string) => id.toUpperCase() }

function told(language: Language, fact: Told): string {
  i18n.activate(language)
  return sentence(speaker(language), names, fact)
}

function sampleOf(name: string): Told {
  const payload = JSON.parse(readFileSync(path.join(recorded, name), 'utf8')) as Told['payload']
  const stream = payload.reviewId ? `review/${String(payload.reviewId)}` : `recommendation/${String(payload.recommendationId)}`
  return { type: name.split('.')[0] ?? '', stream, payload }
}

const declared = readdirSync(path.join(contract, 'main/java/org/waymark/events'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('Event.java'))
  .map(name => readFileSync(path.join(contract, 'main/java/org/waymark/events', name), 'utf8'))
  .join('\n')

/** The fields of an event that may be absent: nullable ones, and lists, since one that is left out is empty. */
function optionalOf(type: string): string[] {
  const record = new RegExp(`record ${type}\\(([\\s\\S]*?)\\)\\s*implements`).exec(declared)
  return [...(record?.[1] ?? '').matchAll(/(?:@Nullable \w+|List<\w+>) (\w+)/g)].map(match => match[1] ?? '')
}

/** The same fact with nothing but what it can't do without. */
function bare({ type, stream, payload }: Told): Told {
  const { occurredOn, precision, by } = payload.on
  const needed = Object.entries(payload).filter(([name]) => !optionalOf(type).includes(name))
  return { type, stream, payload: { ...Object.fromEntries(needed), on: { occurredOn, precision, by } } }
}

it('Optional fields are known from the contract', () => {
  expect(optionalOf('BoardActionRecorded').sort()).toEqual(['passedTo', 'rationale', 'resolution'])
  expect(optionalOf('ScopeSharedWithLeadership')).toEqual(['groups', 'endorseBy'])
})

it('There are samples to speak about', () => expect(samples.length).toBeGreaterThan(75))

describe.each(samples)('%s', name => {
  const fact = sampleOf(name)
  it.each(['en', 'zh'] as const)('is told in one sentence (%s)', language => {
    for (const said of [told(language, fact), told(language, bare(fact))]) {
      expect(said).not.toMatch(/[{}#]|undefined|absent|\[object|event\.| {2}/)
      expect(said).toContain('SSR2')
    }
  })
  it('has a short name', () => {
    expect(en).toHaveProperty([`eventName.${fact.type}`])
    expect(zh).toHaveProperty([`eventName.${fact.type}`])
  })
})

describe('A sentence', () => {
  const on = { occurredOn: '2026-03-14', precision: 'DAY' as const, by: { role: 'SOAC', group: 'GNSO' } }
  it('names the body and the version of what it endorsed', () => {
    const fact = { type: 'ScopeEndorsed', stream: 'review/ssr2', payload: { on, group: 'GNSO', scopeVersion: 1 } }
    expect(told('en', fact)).toBe('GNSO endorsed the scope of SSR2, version 1')
    expect(told('zh', fact)).toBe('GNSO 认可了 SSR2 的工作范围，第 1 版')
  })
  it('says what the Board did with a part and to whom it passed it', () => {
    const payload = { on: { ...on, by: { role: 'BOARD' } }, part: '2', disposition: 'PASSED_THROUGH', passedTo: ['GNSO', 'CCNSO'], resolution: '2021.07.22.11' }
    expect(told('en', { type: 'BoardActionRecorded', stream: 'recommendation/ssr2/1.1', payload }))
      .toBe('The Board passed through SSR2 1.1, part 2, to GNSO and ccNSO (resolution 2021.07.22.11)')
  })
  it('leaves no space between two Chinese words', () => {
    const payload = { on: { ...on, by: { role: 'TEAM' } }, priority: 'HIGH' }
    expect(told('zh', { type: 'RecommendationPrioritized', stream: 'recommendation/ssr2/1.1', payload })).toBe('审核小组将 SSR2 1.1 的优先级别定为高')
  })
  it('says that it corrects', () => {
    const payload = { on: { ...on, by: { role: 'BOARD' }, corrects: 'e1' } }
    expect(told('en', { type: 'ReviewPaused', stream: 'review/ssr2', payload })).toBe('The Board paused SSR2 (corrects an earlier entry)')
  })
})

/** Constants of an enum as the contract or a view declares it. */
function constantsOf(file: string, name: string): string[] {
  const source = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const body = new RegExp(`enum ${name}[^{]*\\{([^;}]*)`).exec(source)?.[1] ?? ''
  return [...body.matchAll(/^\s*([A-Z][A-Z0-9_]*)\b/gm)].map(match => match[1] ?? '')
}

const events = 'shared-events/src/main/java/org/waymark/events'
const query = 'query-service/src/main/java/org/waymark/query'
describe.each([
  ['role', `${events}/Role.java`, 'Role'], ['capacity', `${events}/Role.java`, 'Role'], ['group', `${events}/Group.java`, 'Group'],
  ['groupKind', `${events}/Group.java`, 'Kind'], ['precision', `${events}/Precision.java`, 'Precision'],
  ['grade', `${events}/Attested.java`, 'Grade'], ['kind', `${events}/review/ReviewKind.java`, 'ReviewKind'],
  ['unit', `${events}/review/CourseEvent.java`, 'CountingUnit'], ['body', `${events}/review/CourseEvent.java`, 'DecidingBody'],
  ['subject', `${events}/review/ReportEvent.java`, 'CommentSubject'],
  ['level', `${events}/recommendation/ConsensusLevel.java`, 'ConsensusLevel'],
  ['priority', `${events}/recommendation/TeamPriority.java`, 'TeamPriority'],
  ['position', `${events}/recommendation/ConsensusEvent.java`, 'Position'],
  ['disposition', `${events}/recommendation/BoardEvent.java`, 'Disposition'],
  ['answer', `${events}/recommendation/BoardEvent.java`, 'Answer'],
  ['communityPriority', `${events}/recommendation/ImplementationEvent.java`, 'CommunityPriority'],
  ['status', `${events}/recommendation/ImplementationEvent.java`, 'ImplementationStatus'],
  ['effect', `${events}/recommendation/ImplementationEvent.java`, 'Effect'],
  ['stage', `${events}/life/ReviewStage.java`, 'ReviewStage'], ['scopeState', `${query}/reviews/ReviewsRow.java`, 'ScopeState'],
  ['endorsement', `${query}/reviews/ReviewsRow.java`, 'EndorsementState'],
  ['completion', `${events}/life/RecommendationLife.java`, 'Completion'], ['gone', `${events}/life/RecommendationLife.java`, 'Gone'],
  ['recStage', `${events}/life/RecommendationStage.java`, 'RecommendationStage'], ['what', `${query}/groups/GroupsRow.java`, 'What'],
])('The words for %s', (prefix, file, name) => {
  const constants = constantsOf(file, name)
  it('name every constant', () => {
    expect(constants.length).toBeGreaterThan(1)
    expect(constants.filter(constant => !(`${prefix}.${constant}` in { ...enPages, ...en }))).toEqual([])
  })
})
