import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Schema } from '../src/api/commands'
import enPages from '../src/messages/en.json'
import en from '../src/messages/record.en.json'
import words from '../src/messages/words.en.json'
import { dateOf, isEmptyDate, partsOf } from '../src/record/dates'
import { commandsOf, keepDraft, keptDraft, newDraft, wrongIn } from '../src/record/draft'
import { bodyOf, emptyOf, fieldsOf, valuesOf, wrongOf } from '../src/record/fields'
import { wordsFor } from '../src/record/messages'
import { personIdOf, personMeant } from '../src/record/people'
import { pathOf, recommendationStream, reviewStream, streamOf, VERB_OF } from '../src/record/streams'

const text: Schema = { type: 'string' }
const precision: Schema = { type: 'string', enum: ['DAY', 'MONTH', 'YEAR', 'BY'] }
const planned: Schema = { type: 'object', properties: { date: { type: 'string', format: 'date' }, precision }, required: ['date'] }
const group: Schema = { type: 'string', enum: ['ASO', 'CCNSO', 'GNSO', 'CPH', 'RRSG', 'RYSG', 'NCPH', 'CSG', 'BC', 'IPC', 'ISPCP', 'NCSG'] }
const on: Schema = { type: 'object', properties: { occurredOn: { type: 'string', format: 'date' } } }
const share: Schema = {
  type: 'object', required: ['on'],
  properties: { on, groups: { type: 'array', items: group }, endorseBy: planned, person: { type: 'string', format: 'person-id' } },
}
const plan: Schema = {
  type: 'object', required: ['on'],
  properties: {
    on,
    milestones: { type: 'array', items: { type: 'object', required: ['milestone', 'dueOn'], properties: { milestone: text, name: text, dueOn: planned } } },
    vote: { type: 'object', required: ['inFavour', 'against'], properties: { inFavour: { type: 'integer' }, against: { type: 'integer' } } },
    level: { type: 'string', enum: ['CONSENSUS', 'DIVERGENCE'] },
  },
}
const acting = { person: 'm-duarte', actingFor: 'SOAC:GNSO' }

describe('A form made of a schema', () => {
  it('asks for each field in its own way, and leaves `on` to every form', () => {
    expect(fieldsOf(share).map(({ name, kind }) => [name, kind])).toEqual([['groups', 'groups'], ['endorseBy', 'planned'], ['person', 'person']])
    expect(fieldsOf(plan).map(({ name, kind }) => [name, kind])).toEqual([['milestones', 'list'], ['vote', 'record'], ['level', 'choice']])
  })
  it('asks what a retraction means, and which facts go with it', () => {
    const retract: Schema = { type: 'object', properties: { on, means: { type: 'string', enum: ['NEVER_HAPPENED', 'EARLIER_WAS_RIGHT'] }, also: { type: 'array', items: text } }, required: ['on'] }
    expect(fieldsOf(retract).map(({ name, kind }) => [name, kind])).toEqual([['means', 'choice'], ['also', 'facts']])
    expect(bodyOf(fieldsOf(retract), emptyOf(fieldsOf(retract)))).toEqual({})
    expect(bodyOf(fieldsOf(retract), { means: '', also: ['e9'] })).toEqual({ also: ['e9'] })
  })
  it('leaves out what is not filled in', () => {
    expect(bodyOf(fieldsOf(plan), emptyOf(fieldsOf(plan)))).toEqual({})
  })
  it('sends dates, numbers, lists and records in the form the server reads', () => {
    const values = {
      milestones: [{ milestone: ' draft-report ', name: '', dueOn: { year: '2027', month: '1', day: '', precision: 'MONTH' as const } }],
      vote: { inFavour: '9', against: '2' }, level: 'CONSENSUS',
    }
    expect(bodyOf(fieldsOf(plan), values)).toEqual({
      milestones: [{ milestone: 'draft-report', dueOn: { date: '2027-01-01', precision: 'MONTH' } }], vote: { inFavour: 9, against: 2 }, level: 'CONSENSUS',
    })
  })
  it('names what is wrong by its place', () => {
    const values = {
      milestones: [{ milestone: 'Draft Report', name: '', dueOn: { year: '2027', month: '2', day: '30', precision: 'DAY' as const } }], vote: { inFavour: 'x', against: '' },
    }
    expect(wrongOf(fieldsOf(plan), values)).toEqual([
      { path: 'milestones.0.milestone', why: 'slug' }, { path: 'milestones.0.dueOn', why: 'date' },
      { path: 'vote.inFavour', why: 'number' }, { path: 'vote.against', why: 'needed' },
    ])
  })
  it('takes back what was recorded, to be corrected', () => {
    const recorded = { groups: ['GNSO'], endorseBy: { date: '2026-09-30', precision: 'DAY' }, person: 'anna' }
    expect(bodyOf(fieldsOf(share), valuesOf(fieldsOf(share), recorded))).toEqual(recorded)
  })
})

describe('A typed date', () => {
  it('is the first day of its month or year', () => {
    expect(dateOf({ year: '2017', month: '10', day: '28', precision: 'MONTH' })).toEqual({ date: '2017-10-01', precision: 'MONTH' })
    expect(dateOf({ year: '2017', month: '10', day: '28', precision: 'YEAR' })).toEqual({ date: '2017-01-01', precision: 'YEAR' })
  })
  it('is none when there is no such day', () => {
    expect(dateOf({ year: '2026', month: '2', day: '29', precision: 'DAY' })).toBeUndefined()
    expect(dateOf({ year: '1982', month: '1', day: '1', precision: 'DAY' })).toBeUndefined()
    expect(dateOf({ year: '2026', month: '', day: '3', precision: 'BY' })).toBeUndefined()
  })
  it('is empty when only what is not asked for is filled in', () => {
    expect(isEmptyDate({ year: '', month: '5', day: '5', precision: 'YEAR' })).toBe(true)
    expect(isEmptyDate({ year: '', month: '5', day: '5', precision: 'DAY' })).toBe(false)
  })
})

describe('A draft', () => {
  const fields = fieldsOf(share)
  beforeEach(() => sessionStorage.clear())

  it('is filled in for the body that is acted for', () => {
    const own = fieldsOf({ type: 'object', properties: { on, group } })
    expect(newDraft('endorse-scope', own, acting).entries).toEqual([{ group: 'GNSO' }])
    expect(newDraft('endorse-scope', own, acting).key).not.toBe(newDraft('endorse-scope', own, acting).key)
  })
  it('becomes one command for each entry, each with a key that stays', () => {
    const draft = { ...newDraft('record-board-action', fields, { person: 'b', actingFor: 'BOARD' }), entries: [{ person: 'a' }, { person: 'b' }], date: partsOf('2026-03-14') }
    const commands = commandsOf(recommendationStream('ssr2', '1.1'), draft, fields, { person: 'b', actingFor: 'BOARD' })
    expect(commands.map(({ key }) => key)).toEqual([draft.key, `${draft.key}-2`])
    expect(commands[1]).toMatchObject({
      path: '/commands/reviews/ssr2/recommendations/1.1/record-board-action', body: { on: { occurredOn: '2026-03-14', by: { role: 'BOARD' } }, person: 'b' },
    })
  })
  it('says in whose name: the SO/AC that is acted for, or whom an archivist names', () => {
    const draft = { ...newDraft('share-scope', fields, acting), byRole: 'SOAC', byGroup: 'SSAC', grade: 'SECONDARY' }
    const by = (who: typeof acting) => commandsOf(reviewStream('ssr2'), draft, fields, who)[0]?.body.on
    expect(by(acting)).toMatchObject({ by: { role: 'SOAC', group: 'GNSO' } })
    expect(by(acting)).not.toHaveProperty('attested')
    expect(by({ person: 'x', actingFor: 'ARCHIVIST' })).toMatchObject({ by: { role: 'SOAC', group: 'SSAC' }, attested: { grade: 'SECONDARY' } })
  })
  it('goes to the number typed in when the recommendation is new', () => {
    const draft = { ...newDraft('draft-recommendation', [], acting), number: ' CC.1 ' }
    expect(commandsOf(reviewStream('ssr2'), draft, [], acting)[0]).toMatchObject({
      path: '/commands/reviews/ssr2/recommendations/cc.1/draft-recommendation', stream: 'recommendation/ssr2/cc.1',
    })
    expect(wrongIn(reviewStream('ssr2'), { ...draft, number: '' }, [], acting)).toEqual([{ path: 'number', why: 'needed' }])
  })
  it('is not sent with a day that has begun nowhere, nor a correction without its reason', () => {
    const draft = { ...newDraft('share-scope', fields, acting), date: partsOf('2999-01-01'), corrects: 'e1', address: 'minutes.pdf' }
    expect(wrongIn(reviewStream('ssr2'), draft, fields, acting)).toEqual([
      { path: 'on.date', why: 'future' }, { path: 'on.reason', why: 'needed' }, { path: 'on.address', why: 'address' },
    ])
  })
  it('by an archivist names who decided and how good the source is', () => {
    const archivist = { person: 'x', actingFor: 'ARCHIVIST' }
    const draft = newDraft('share-scope', fields, archivist)
    expect(wrongIn(reviewStream('ssr2'), draft, fields, archivist).map(({ path: at }) => at)).toEqual(['on.by', 'on.grade'])
  })
  it('outlives a reload of the page', () => {
    const draft = newDraft('share-scope', fields, acting)
    keepDraft(reviewStream('ssr2'), 'share-scope', undefined, draft)
    expect(keptDraft(reviewStream('ssr2'), 'share-scope')).toEqual(draft)
    expect(keptDraft(reviewStream('ssr1'), 'share-scope')).toBeUndefined()
    keepDraft(reviewStream('ssr2'), 'share-scope', undefined, undefined)
    expect(keptDraft(reviewStream('ssr2'), 'share-scope')).toBeUndefined()
  })
})

describe('A person', () => {
  const known = { 'kc-claffy': 'KC Claffy' }
  it('who is known is meant by name or id', () => {
    expect(personMeant('kc claffy', known)).toEqual({ id: 'kc-claffy' })
    expect(personMeant('kc-claffy', known)).toEqual({ id: 'kc-claffy' })
  })
  it('who is new gets an id made of the name', () => {
    expect(personMeant('Sébastien Bachollet', known)).toEqual({ id: 'sebastien-bachollet', name: 'Sébastien Bachollet' })
    expect(personIdOf('  --  ')).toBe('')
  })
  it('whose name has no Latin letters gets an id all the same', () => {
    const meant = personMeant('李晓东', known)
    expect(meant?.id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/)
    expect(meant?.name).toBe('李晓东')
  })
})

it('A stream and its paths', () => {
  expect(streamOf('recommendation/ssr2/1.1')).toEqual({ stream: 'recommendation/ssr2/1.1', review: 'ssr2', number: '1.1' })
  expect(pathOf(streamOf('review/ssr2'), 'agree-scope')).toBe('/commands/reviews/ssr2/agree-scope')
})

describe('Every command of the contract', () => {
  const root = path.join(import.meta.dirname, '../..')
  const commands = ['review', 'recommendation'].flatMap(stream => {
    const folder = path.join(root, 'command-service/src/main/java/org/waymark/command', stream)
    return readdirSync(folder).filter(name => name.endsWith('Command.java')).map(name => readFileSync(path.join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
  }).join('\n')
  const records = [...commands.matchAll(/record (\w+)\(([\s\S]*?)\)\s*implements/g)].map(match => ({ verb: verbOf(match[1] ?? ''), components: match[2] ?? '' }))
  const all = { ...enPages, ...words, ...en }

  it('has a name, and an event it leads to', () => {
    expect(records.length).toBeGreaterThan(70)
    expect(records.filter(({ verb }) => !(`verb.${verb}` in all)).map(({ verb }) => verb)).toEqual([])
    expect(records.map(({ verb }) => verb).sort()).toEqual(Object.values(VERB_OF).sort())
  })
  it('has a label for each field', () => {
    const fields = records.flatMap(({ verb, components }) => [...components.matchAll(/(\w+)\s*(?:,|$)/g)].map(match => [verb, match[1] ?? ''] as const))
      .filter(([, name]) => !['reviewId', 'recommendationId', 'on'].includes(name))
    expect(fields.length).toBeGreaterThan(100)
    expect(fields.filter(([verb, name]) => !(`ask.${name}` in all) && !(`ask.${verb}.${name}` in all))).toEqual([])
  })
  it('takes the words of its choices from a list that has them', () => {
    const enums = ['ReviewKind kind', 'CountingUnit unit', 'DecidingBody body', 'CommentSubject subject', 'ConsensusLevel level', 'TeamPriority priority',
      'Position position', 'Disposition disposition', 'Answer answer', 'CommunityPriority priority', 'ImplementationStatus status', 'Effect effect', 'Means means']
    for (const declared of enums) expect(commands + readFileSync(path.join(root, 'shared-events/src/main/java/org/waymark/events/review/ReportEvent.java'), 'utf8')).toContain(declared)
    expect(wordsFor('assign-community-priority', 'priority')).toBe('communityPriority')
    expect(wordsFor('prioritize-recommendation', 'priority')).toBe('priority')
  })
})

function verbOf(command: string): string {
  return command.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase()
}
