import { usePeople } from '../../api/queries'
import type { ReviewEntry } from '../../api/rows'
import { lastOf } from '../../days'
import { useT } from '../../i18n'
import { Value } from '../../kit/Value'
import { groupName } from '../../kit/groups'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'

/** Who sits on the team, who has left, and the seats where no source names who holds them. */
export function Team({ entry }: { entry: ReviewEntry }) {
  const { row } = entry
  const { t, number, day } = useT()
  const person = usePeople()
  const team = row.team ?? {}
  const members = entriesOf(entry, '/row/team/members', team.members).sort(([a, x], [b, y]) => Number(Boolean(x.until)) - Number(Boolean(y.until)) || (x.group ?? '~').localeCompare(y.group ?? '~') || a.localeCompare(b))
  const seats = entriesOf(entry, '/row/team/seats', team.seats)
  const seated = team.size ?? seats.reduce((sum, [, count]) => sum + count, 0)
  const shepherds = Object.keys(team.shepherds ?? {})
  return (
    <section className="panel" id="team">
      <div className="panel-h"><h2>{t('team.title')} {seated > 0 && <small>{t('team.seats', { n: seated })}</small>}</h2></div>
      {members.length === 0 && seats.length === 0 && <p className="empty">{t('team.none')}</p>}
      {seats.length > 0 && (
        <p className="tags">
          {seats.map(([group, count]) => isKnown(entry, `/row/team/seats/${group}`)
            ? <Value key={group} view="reviews" entry={entry} pointer={`/row/team/seats/${group}`} label={t('team.title')}><span className="tag">{groupName(group)} <b>{number(count)}</b></span></Value>
            : <span key={group} className="tag">{groupName(group)} <NotOnRecord /></span>)}
        </p>
      )}
      {members.length > 0 && (
        <ul className="plain">
          {members.map(([id, member]) => {
            const at = under('/row/team/members', id)
            const certain = isKnown(entry, at)
            const gone = certain ? member.until : undefined
            const name = <bdi>{id.startsWith('unnamed-') ? t('team.unnamed') : person(id)}</bdi>
            return (
              <li key={id} className={gone ? 'gone' : ''}>
                <span className="grow">
                  {certain ? <Value view="reviews" entry={entry} pointer={at} label={t('team.title')}>{name}</Value> : name}
                  {team.leaders?.[id] && <> <span className="tag">{t('team.leader')}</span></>}
                  {member.boardDesignee && <> <span className="tag">{t('team.boardDesignee')}</span></>}
                  {!certain && <span className="sub block"><NotOnRecord /></span>}
                  {gone && <span className="sub block">{t('team.until', { date: day(gone) })}</span>}
                  {!gone && member.since && team.selectedOn && lastOf(member.since) > lastOf(team.selectedOn) && <span className="sub block">{t('team.since', { date: day(member.since) })}</span>}
                </span>
                {member.group && <span className="tag">{groupName(member.group)}</span>}
              </li>
            )
          })}
        </ul>
      )}
      {Object.keys(team.leaders ?? {}).some(id => !team.members?.[id]) && (
        <p className="sub">{t('team.leaders')}: {Object.keys(team.leaders ?? {}).map(person).join(', ')}</p>
      )}
      {shepherds.length > 0 && <p className="sub">{t('team.shepherds')}: {shepherds.map(person).join(', ')}</p>}
    </section>
  )
}
