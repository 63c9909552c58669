import { useKnownAt, usePeople } from '../../api/queries'
import type { TrailRow } from '../../api/rows'
import type { Precision } from '../../days'
import { useT, type Speaker } from '../../i18n'
import { groupName, groupOf } from '../../kit/groups'
import { partsOf, valueAt } from '../../pointer'
import { nameOfSlug } from '../../words/sentence'
import { changesBetween } from './changes'
import { useLeaves } from './leaves'

/** Leaves that move with every event of a stream and say nothing by themselves, and the waived rules, which stand above. */
const ALWAYS = /^\/(last|version|waived|review|recommendation)(\/|$)/
const SHOWN = 8

const leafOf = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1)

/** `…/on` and `…/precision` of a day are one value to a reader, whichever of them changed. */
const wholes = (leaves: string[]) => [...new Set(leaves.map(pointer => pointer.replace(/\/(on|date|precision)$/, '')))]

/** Which word list a leaf's constant is of; a leaf `state` is that of an endorsement. */
const WORDS: Record<string, string> = {
  stage: 'stage', disposition: 'disposition', status: 'status', level: 'level', priority: 'priority', state: 'endorsement', completion: 'completion', answer: 'answer', effect: 'effect', subject: 'subject', kind: 'kind', unit: 'unit', position: 'position', communityPriority: 'communityPriority',
}

const PEOPLE = new Set(['members', 'leaders', 'shepherds', 'positions'])

const isNothing = (value: unknown) => value === undefined || value === null || value === '' || value === 0 || (typeof value === 'object' && Object.keys(value).length === 0)

function shown({ day, planned, date, number, word, list }: Speaker, value: unknown, leaf: string, kind: string): string {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value)
    const words = leaf === 'stage' && kind === 'recommendation' ? 'recStage' : WORDS[leaf]
    return words && /^[A-Z][A-Z0-9_]*$/.test(value) ? word(words, value) : groupName(value)
  }
  const { on, date: due, precision } = value as { on?: unknown; date?: string; precision?: Precision }
  if (typeof on === 'string' && precision) return day({ on, precision })
  if (due && precision) return planned({ date: due, precision })
  return list(Object.values(value).map(part => shown({ day, planned, date, number, word, list } as Speaker, part, leaf, kind)))
}

/** Where a value stands in its row, in words: stages › Board action. The event's own number in a path says nothing more. */
function labelOf({ word, t, has }: Speaker, person: (id: string) => string, pointer: string, kind: string, position: number): string {
  const parts = partsOf(pointer).filter(part => part !== String(position))
  if (parts[0] === 'parts' && parts[1] === 'whole') parts.splice(0, 2)
  return parts.map((part, index) => {
    if (PEOPLE.has(parts[index - 1] ?? '')) return part.startsWith('unnamed-') ? t('team.unnamed') : person(part)
    const key = `leaf.${part}`
    if (has(key)) return t(key)
    if (/^[A-Z][A-Z_]+$/.test(part)) return groupOf(part) ? groupName(part) : word(kind === 'recommendation' ? 'recStage' : 'stage', part)
    if (/^[a-z]+(-[a-z0-9]+)+$/.test(part)) return nameOfSlug(part)
    return part.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  }).join(' › ')
}

/** Values before and after: the row as it was known at this event against the row one event earlier. */
export function Effect({ row }: { row: TrailRow }) {
  const speaker = useT()
  const { t } = speaker
  const person = usePeople()
  const named = useLeaves()
  const [kind, review = '', number] = row.stream.split('/')
  const path = kind === 'recommendation' ? `/api/recommendations/${review}/${number}` : `/api/reviews/${review}`
  const after = useKnownAt(path, row.position, true)
  // a stream's first event has nothing before it: it is not asked for
  const first = row.version === 0
  const before = useKnownAt(path, row.position - 1, after.isSuccess && !first)
  if (!named || !after.data || (!first && (before.isPending || before.isError))) return null
  const [was, is] = [before.data?.row, after.data.row]
  const changed = wholes(changesBetween(was, is).filter(pointer => !ALWAYS.test(pointer)))
    .filter(pointer => !isNothing(valueAt(was, pointer)) || !isNothing(valueAt(is, pointer)))
  return (
    <div>
      <h3>{t('hist.changed')}</h3>
      {changed.length === 0 ? <p className="sub">{t('hist.changed.none')}</p> : (
        <table className="tbl changes">
          <thead><tr><th scope="col"><span className="sr">{t('hist.changed')}</span></th><th scope="col">{t('hist.before')}</th><th scope="col">{t('hist.after')}</th></tr></thead>
          <tbody>
            {changed.slice(0, SHOWN).map(pointer => (
              <tr key={pointer}>
                <th scope="row">{labelOf(speaker, person, pointer, kind ?? '', row.position)}</th>
                <td><del>{shown(speaker, valueAt(was, pointer), leafOf(pointer), kind ?? '')}</del></td>
                <td>{shown(speaker, valueAt(is, pointer), leafOf(pointer), kind ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
