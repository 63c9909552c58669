import { Link } from '@tanstack/react-router'
import type { GroupEntry, GroupRow, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { shownAs } from '../../kit/endorsements'
import { groupName } from '../../kit/groups'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { EndorsementMark } from '../../kit/marks'
import { entriesOf, isKnown } from '../../known'
import { under } from '../../pointer'

/** Seats the body holds with its parts, and what each part said of a scope. */
export function Seats({ entry, reviews }: { entry: GroupEntry; reviews: ReviewEntry[] }) {
  const { t } = useT()
  const mine: NonNullable<GroupRow['reviews']> = Object.fromEntries(entriesOf(entry, '/row/reviews', entry.row.reviews))
  const rows = reviews.filter(({ key }) => (mine[key]?.seats ?? 0) > 0 || Object.keys(mine[key]?.endorsements ?? {}).length > 0)
  return (
    <section className="panel" id="seats">
      <div className="panel-h"><h2>{t('org.seats')}</h2></div>
      {rows.length === 0 ? <p className="empty">{t('org.seats.none')}</p> : (
        <ul className="plain">
          {rows.map(review => {
            const { key, row } = review
            const at = under('/row/reviews', key)
            return (
            <li key={key} className="top-al">
              <Link className="code" to="/reviews/$review" params={{ review: key }} hash="team">{row.printedAs}</Link>
              <span className="grow tags">
                {entriesOf(entry, under(at, 'endorsements'), mine[key]?.endorsements).map(([group, { state }]) => (
                  <span key={group} className="duo"><b>{groupName(group)}</b> <EndorsementMark state={shownAs(state, review, isKnown(entry, under(at, 'endorsements', group, 'state')))} text /></span>
                ))}
              </span>
              {!isKnown(entry, under(at, 'seats')) ? <NotOnRecord /> : (mine[key]?.seats ?? 0) > 0 && <span className="sub nowrap">{t('org.matrix.seats', { n: mine[key]?.seats ?? 0 })}</span>}
            </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
