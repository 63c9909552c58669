import { useKnownAt } from '../../api/queries'
import type { TrailRow } from '../../api/rows'
import type { Precision } from '../../days'
import { useT, type Speaker } from '../../i18n'

/** Leaves that move with every event of a stream and say nothing by themselves. */
const ALWAYS = /^\/(last|version)(\/|$)/
const SHOWN = 8

const unescape = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

function at(row: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[unescape(part)] : undefined), row)
}

/** `…/on/date` and `…/on/precision` are one value to a reader. */
function wholes(pointers: string[]): string[] {
  const whole = pointers.map(pointer => pointer.replace(/\/(on|date|precision)$/, match => (match === '/on' && !pointers.includes(pointer.replace(/on$/, 'precision')) ? match : '')))
  return [...new Set(whole)].filter(pointer => pointer !== '')
}

function shown({ day, planned, date, number }: Speaker, value: unknown): string {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value
  if (typeof value === 'object') {
    const { on, date: due, precision } = value as { on?: unknown; date?: string; precision?: Precision }
    if (typeof on === 'string' && precision) return day({ on, precision })
    if (due && precision) return planned({ date: due, precision })
  }
  return JSON.stringify(value)
}

const nameOf = (pointer: string) => pointer.split('/').slice(1).map(unescape).join(' › ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

/** Values before and after: the row as it was known at this event against the row one event earlier. */
export function Effect({ row }: { row: TrailRow }) {
  const speaker = useT()
  const { t } = speaker
  const [kind, review = '', number] = row.stream.split('/')
  const path = kind === 'recommendation' ? `/api/recommendations/${review}/${number}` : `/api/reviews/${review}`
  const after = useKnownAt(path, row.position, true)
  const before = useKnownAt(path, row.position - 1, after.isSuccess)
  if (!after.data || before.isPending || before.isError) return null
  const changed = wholes(Object.entries(after.data.setBy).filter(([pointer, by]) => by === row.position && !ALWAYS.test(pointer)).map(([pointer]) => pointer))
  return (
    <div>
      <h3>{t('hist.changed')}</h3>
      {changed.length === 0 ? <p className="sub">{t('hist.changed.none')}</p> : (
        <table className="tbl changes">
          <thead><tr><th scope="col"><span className="sr">{t('hist.changed')}</span></th><th scope="col">{t('hist.before')}</th><th scope="col">{t('hist.after')}</th></tr></thead>
          <tbody>
            {changed.slice(0, SHOWN).map(pointer => (
              <tr key={pointer}>
                <th scope="row" lang="en">{nameOf(pointer)}</th>
                <td><del>{shown(speaker, at(before.data?.row, pointer))}</del></td>
                <td>{shown(speaker, at(after.data?.row, pointer))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
