import type { Part, RecommendationEntry } from '../../api/rows'
import { daysBetween, lastOf } from '../../days'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { Value } from '../../kit/Value'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { groupName } from '../../kit/groups'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'
import { byNumber } from '../review/board'

/** Part by part: what the Board did, since when, with which resolution, and what those answer it was passed to. */
export function BoardActions({ entry, today }: { entry: RecommendationEntry; today: string }) {
  const { t } = useT()
  const parts = entriesOf(entry, '/row/parts', entry.row.parts).sort(byNumber)
  return (
    <section className="panel" id="board">
      <div className="panel-h"><h2>{t('rec.boardParts')}</h2></div>
      {parts.length === 0 ? <p className="empty">{t('rec.board.none')}</p> : parts.map(([name, part]) => <OnePart key={name} entry={entry} name={name} part={part} today={today} />)}
    </section>
  )
}

function OnePart({ entry, name, part, today }: { entry: RecommendationEntry; name: string; part: Part; today: string }) {
  const { t, word, day } = useT()
  const at = under('/row/parts', name)
  const certain = isKnown(entry, `${at}/disposition`, `${at}/since`)
  const actions = Object.entries(part.actions ?? {}).sort(([, a], [, b]) => lastOf(b.on).localeCompare(lastOf(a.on)))
  const [latest, ...earlier] = actions
  const passed = Object.entries(part.passedTo ?? {})
  const age = daysBetween(lastOf(part.since), today)
  return (
    <div className="part">
      <p className="part-h">
        <b>{name === 'whole' ? t('rec.whole') : t('rec.part', { part: name })}</b>
        <Flash of={part.disposition}>
          <Value view="recommendations" entry={entry} pointer={`${at}/disposition`} label={t('rec.boardParts')} may={value => (value === undefined ? word('disposition', 'NONE') : word('disposition', String(value)))}><span className={`disp ${part.disposition}`}>{word('disposition', part.disposition)}</span></Value>
        </Flash>
        {!certain ? isKnown(entry, `${at}/disposition`) && <NotOnRecord /> : <span className="sub">
          {t('rec.since', { date: day(part.since) })}
          {part.disposition === 'PENDING' && <> · {t('rec.waits.age', { n: age })}</>}
          {latest?.[1].resolution && <> · {t('rec.resolution', { number: latest[1].resolution })}</>}
        </span>}
      </p>
      {certain && latest?.[1].rationale && <p className="prose sub" lang="en">{latest[1].rationale}</p>}
      {passed.length > 0 && (
        <ul className="plain">
          {passed.map(([group, through]) => (
            <li key={group}>
              <span className="grow">
                {t('rec.passedTo', { group: groupName(group) })} <span className="sub">{day(through.passedOn)}</span>
                {through.words && <span className="sub block" lang="en">{through.words}</span>}
              </span>
              <span className="sub">
                {!isKnown(entry, under(at, 'passedTo', group)) ? <NotOnRecord /> : <>{through.answer ? word('answer', through.answer) : t('rec.passed.waiting')}{through.answeredOn && <> · {day(through.answeredOn)}</>}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details className="more-of">
          <summary>{t('rec.earlier')}</summary>
          <ul className="plain">
            {earlier.map(([position, action]) => (
              <li key={position}><time className="when" dateTime={action.on.on}>{day(action.on)}</time><span className="grow">{word('disposition', action.disposition)}{action.rationale && <span className="sub block" lang="en">{action.rationale}</span>}</span></li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
