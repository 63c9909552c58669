import { usePeople } from '../../api/queries'
import type { RecommendationEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Value } from '../../kit/Value'
import { groupName } from '../../kit/groups'
import { ConsensusMark, PriorityMark } from '../../kit/marks'
import { isKnown } from '../../known'

/** How far the team agrees, who disagreed, and what the minority says. */
export function Consensus({ entry }: { entry: RecommendationEntry }) {
  const { row } = entry
  const { t, day, planned, word, list } = useT()
  const person = usePeople()
  const { level, designatedOn, vote, objectionsUntil, positions = {}, objections = {} } = row.consensus ?? {}
  const minority = Object.entries(row.minorityStatements ?? {})
  return (
    <section className="panel" id="consensus">
      <div className="panel-h"><h2>{t('rec.consensus')}</h2></div>
      {level || !isKnown(entry, '/row/consensus/level')
        ? <p className="facts"><Value view="recommendations" entry={entry} pointer="/row/consensus/level" label={t('rec.consensus')}>{level && <ConsensusMark level={level} text />}</Value>{designatedOn && isKnown(entry, '/row/consensus') && <span className="sub">{day(designatedOn)}</span>}{vote && isKnown(entry, '/row/consensus/vote') && <span className="sub">{t('rec.vote', { ...vote })}</span>}</p>
        : <p className="empty">{objectionsUntil ? t('rec.consensus.until', { date: planned(objectionsUntil) }) : t('rec.consensus.none')}</p>}
      {Object.keys(positions).length > 0 && (
        <>
          <h3>{t('rec.positions')}</h3>
          <ul className="plain">
            {Object.entries(positions).map(([id, stated]) => (
              <li key={id}><span className="grow"><bdi>{person(id)}</bdi>{stated.words && <span className="sub block" lang="en">{stated.words}</span>}</span>{stated.group && <span className="tag">{groupName(stated.group)}</span>}<span>{word('position', stated.position)}</span></li>
            ))}
          </ul>
        </>
      )}
      {Object.keys(objections).length > 0 && (
        <>
          <h3>{t('rec.objections')}</h3>
          <ul className="plain">
            {Object.entries(objections).map(([name, objection]) => (
              <li key={name}><span className="grow"><bdi>{person(objection.person)}</bdi><span className="sub block" lang="en">{objection.words}</span></span><span className="sub">{objection.resolved ? t('rec.resolved', { date: day(objection.resolved.on) }) : t('rec.open')}</span></li>
            ))}
          </ul>
        </>
      )}
      {minority.length > 0 && (
        <>
          <h3>{t('rec.minority')}</h3>
          <ul className="plain">
            {minority.map(([position, statement]) => (
              <li key={position}>
                <span className="grow">
                  <span lang="en">{statement.words}</span>
                  <span className="sub block">{list([...Object.keys(statement.members ?? {}).map(person), ...Object.keys(statement.groups ?? {}).map(groupName)])} · {day(statement.on)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The team's rank and the community's are two things. */
export function Priorities({ entry }: { entry: RecommendationEntry }) {
  const { row } = entry
  const { t, day, word } = useT()
  const { priority, communityPriority } = row
  return (
    <section className="panel" id="priorities">
      <div className="panel-h"><h2>{t('rec.priorities')}</h2></div>
      {!priority && !communityPriority && isKnown(entry, '/row/priority', '/row/communityPriority') && <p className="empty">{t('rec.priority.none')}</p>}
      <dl className="pairs">
        {(priority || !isKnown(entry, '/row/priority')) && <div><dt>{t('rec.priority.team')}</dt><dd><Value view="recommendations" entry={entry} pointer="/row/priority/priority" label={t('rec.priorities')}><PriorityMark priority={priority?.priority} /></Value> {priority && isKnown(entry, '/row/priority') && <span className="sub">{day(priority.on)}</span>}</dd></div>}
        {(communityPriority || !isKnown(entry, '/row/communityPriority')) && <div><dt>{t('rec.priority.community')}</dt><dd><Value view="recommendations" entry={entry} pointer="/row/communityPriority/priority" label={t('rec.priorities')}>{communityPriority && word('communityPriority', communityPriority.priority)}</Value> {communityPriority && isKnown(entry, '/row/communityPriority') && <span className="sub">{day(communityPriority.on)}</span>}</dd></div>}
        {communityPriority?.urgency && <div><dt>{t('rec.urgency')}</dt><dd>{communityPriority.urgency}</dd></div>}
        {communityPriority?.importance && <div><dt>{t('rec.importance')}</dt><dd>{communityPriority.importance}</dd></div>}
      </dl>
      {[priority?.rationale, communityPriority?.rationale].filter(text => text !== undefined).map((text, index) => <p key={index} className="prose sub" lang="en">{text}</p>)}
    </section>
  )
}
