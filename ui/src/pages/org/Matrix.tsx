import { Link } from '@tanstack/react-router'
import type { Endorsement, GroupEntry, ReviewEntry } from '../../api/rows'
import { lastOf } from '../../days'
import { useT } from '../../i18n'
import { shownAs } from '../../kit/endorsements'
import { SO_AC, topOf } from '../../kit/groups'
import { EndorsementMark, StageWords } from '../../kit/marks'
import { agreed, entriesOf, rangeOf } from '../../known'
import { under } from '../../pointer'

/** What the whole body says: its own answer, else the furthest of its parts'. */
export function overall(own: string, endorsements: Record<string, Endorsement> | undefined): Endorsement['state'] | undefined {
  const mine = endorsements?.[own]
  if (mine) return mine.state
  const states = Object.values(endorsements ?? {}).map(({ state }) => state)
  return (['CONCERN_RAISED', 'ENDORSED_WITH_CONDITIONS', 'ENDORSED', 'AWAITED'] as const).find(state => states.includes(state))
}

/** What is shown of a body's answer in a review; nothing where it was not asked. */
function stateIn(group: GroupEntry, review: ReviewEntry) {
  const said = agreed(group, [under('/row/reviews', review.key, 'endorsements')], (given: Record<string, Endorsement> | undefined) => overall(group.key, given))
  return said.known ? said.value && shownAs(said.value, review) : shownAs('AWAITED', review, false)
}

/** Reviews against the seven SOs and ACs: who endorsed the scope, and how many recommendations concern whom. */
export function Matrix({ groups, reviews, mine }: { groups: GroupEntry[]; reviews: ReviewEntry[]; mine: string }) {
  const { t, word, range } = useT()
  const byCode = new Map(groups.map(group => [group.key, group]))
  const asked = new Set(SO_AC.flatMap(({ code }) => byCode.get(code) ?? []).flatMap(group => entriesOf(group, '/row/reviews', group.row.reviews).map(([key]) => key)))
  const rows = reviews
    .filter(({ key }) => asked.has(key))
    .sort((a, b) => lastOf(b.row.last.on).localeCompare(lastOf(a.row.last.on)))
  const me = topOf(mine)
  return (
    <section className="panel" id="matrix">
      <div className="panel-h"><h2>{t('org.matrix')}</h2></div>
      {rows.length === 0 ? <p className="empty">{t('org.matrix.none')}</p> : (
        <div className="scrollx" tabIndex={0} role="region" aria-label={t('org.matrix')}>
          <table className="matrix">
            <thead>
              <tr><th scope="col">{t('col.review')}</th>{SO_AC.map(({ code, printed }) => <th key={code} scope="col" className={code === me ? 'me' : ''}>{printed}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map(review => {
                const { key, row } = review
                return (
                <tr key={key}>
                  <th scope="row"><Link to="/reviews/$review" params={{ review: key }} data-row>{row.printedAs}</Link><span className="sub block"><StageWords entry={review} /></span></th>
                  {SO_AC.map(({ code, printed }) => {
                    const group = byCode.get(code)
                    const state = group && stateIn(group, review)
                    const [from, to] = group ? rangeOf(group, under('/row/reviews', key, 'addressed')) : [0, 0]
                    const cited = { review: row.printedAs, group: printed, state: state ? word('endorsement', state) : t('endorsement.notAsked') }
                    return (
                      <td key={code} className={code === me ? 'me' : ''}>
                        <Link
                          to="/reviews/$review" params={{ review: key }} hash={state ? 'scope' : 'recommendations'} className="cell"
                          aria-label={from === to ? t('org.matrix.cell', { ...cited, n: to }) : t('org.matrix.cellRange', { ...cited, from, to })}
                        >
                          <EndorsementMark state={state} />
                          {to > 0 && <span className="cnt" aria-hidden>{range([from, to])}</span>}
                        </Link>
                      </td>
                    )
                  })}
                </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <p className="legend">
        <EndorsementMark state="ENDORSED" text /><EndorsementMark state="ENDORSED_WITH_CONDITIONS" text /><EndorsementMark state="CONCERN_RAISED" text />
        <EndorsementMark state="AWAITED" text /><EndorsementMark state="UNANSWERED" text /><EndorsementMark state={undefined} text />
        <span className="end"><span className="cnt">3</span>{t('org.count')}</span>
      </p>
    </section>
  )
}
