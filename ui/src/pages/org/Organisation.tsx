import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useGroup, useGroups, useReviews } from '../../api/queries'
import type { GroupEntry, ReviewEntry } from '../../api/rows'
import { lastPlanned, type PlannedDate } from '../../days'
import { useT } from '../../i18n'
import { Pick } from '../../kit/Pick'
import { GROUPS, SO_AC, groupName, groupOf } from '../../kit/groups'
import { Shown, Stopped } from '../../kit/states'
import { useTitle } from '../../kit/title'
import { countIn, entriesOf, isKnown, known as knownIn } from '../../known'
import { under } from '../../pointer'
import { keep } from '../../settings'
import { milestoneName } from '../../words/sentence'
import { Changed } from './Changed'
import { Concerns } from './Concerns'
import { Matrix } from './Matrix'
import { Milestones, soon, type Coming } from './Milestones'
import { Seats } from './Seats'
import { Waiting } from './Waiting'
import { isLate } from './waits'

export function OrganisationPage() {
  const { code } = useParams({ from: '/org/$code' })
  const { t } = useT()
  const navigate = useNavigate()
  const read = useGroup(code)
  const groups = useGroups()
  const reviews = useReviews()
  useTitle(groupName(code))
  useEffect(() => {
    if (groupOf(code)) keep('group', code)
  }, [code])
  const choose = (chosen: string) => void navigate({ to: '/org/$code', params: { code: chosen }, resetScroll: false, search: before => before as never })
  return (
    <div className="page">
      <Shown page read={read} heights={[64, 36, 220, 300]}>
        {answer => <Shown page read={reviews} heights={[64, 36, 220, 300]}>{({ rows: all }) => (
          <Full
            key={code} entry={answer.entry} today={answer.asOf} reviews={all}
            choice={(
              <div className="toolbar">
                <ToggleButtonGroup
                  className="segc wide" aria-label={t('org.switch')} selectionMode="single" selectedKeys={[code]}
                  onSelectionChange={keys => { const [chosen] = [...keys]; if (chosen !== undefined) choose(String(chosen)) }}
                >
                  {SO_AC.map(({ code: id, printed }) => <ToggleButton key={id} id={id}>{printed}</ToggleButton>)}
                </ToggleButtonGroup>
                <Pick label={t('org.switch')} value={code} choose={choose} items={GROUPS.map(({ code: id, printed }) => [id, printed])} />
              </div>
            )}
            matrix={<Shown read={groups} heights={[300]}>{list => <Matrix groups={list.rows} reviews={all} mine={code} />}</Shown>}
          />
        )}</Shown>}
      </Shown>
    </div>
  )
}

/** Open milestones of the reviews that a body takes part in, the next ones first. */
export function coming(entry: GroupEntry, reviews: ReviewEntry[]): Coming[] {
  const mine = entry.row.reviews ?? {}
  return reviews
    .filter(({ key, standing }) => mine[key] !== undefined && standing.state !== 'CLOSED')
    .flatMap(review => entriesOf(review, '/row/milestones', review.row.milestones).flatMap(([milestone, { name, forecast, reachedOn }]) => {
      const at = under('/row/milestones', milestone)
      const known = isKnown(review, '/standing/state', `${at}/reachedOn`, `${at}/forecast`)
      const may = knownIn(review, `${at}/forecast`)
      const days = (may.known ? [may.value] : may.values).flatMap(day => ((day as PlannedDate | undefined)?.date ? [lastPlanned(day as PlannedDate)] : []))
      return forecast && !reachedOn ? [{ review: review.key, printedAs: review.row.printedAs, milestone, name: milestoneName(milestone, name), due: forecast, by: lastPlanned(forecast), days, known }] : []
    }))
    .sort((a, b) => a.by.localeCompare(b.by))
}

function Full(props: { entry: GroupEntry; today: string; reviews: ReviewEntry[]; choice: React.ReactNode; matrix: React.ReactNode }) {
  const { entry, today, reviews, choice, matrix } = props
  const { t, list } = useT()
  const { row } = entry
  const [from, to] = countIn(entry, '/row/waiting', row.waiting)
  const late = Object.keys(row.waiting ?? {}).filter(key => isLate(entry, key, today)).length
  const milestones = coming(entry, reviews)
  const [soonest, most] = soon(milestones, today)
  const parts = Object.keys(row.parts ?? {})
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('org.title', { group: row.printedAs })}</h1>
          <p className="lead">
            {from === to ? t('org.lead', { n: to, group: row.printedAs }) : t('org.lead.range', { from, to, open: to - from, group: row.printedAs })}
            {late > 0 && <> {t('org.lead.late', { n: late })}</>}{' '}
            {soonest === most ? t('org.lead.soon', { n: most }) : t('org.lead.soonRange', { from: soonest, to: most })}
          </p>
          {parts.length > 0 && <p className="sub">{t('org.parts', { groups: list(parts.map(groupName)) })}</p>}
          {row.parent && <p className="sub">{t('org.partOf', { group: groupName(row.parent) })}</p>}
        </div>
      </div>
      <Stopped entry={entry} />
      {choice}
      <div className="cols">
        <Waiting entry={entry} reviews={reviews} today={today} />
        <Milestones coming={milestones} today={today} />
      </div>
      <Changed code={entry.key} today={today} />
      {matrix}
      <div className="cols even">
        <Concerns entry={entry} reviews={reviews} />
        <Seats entry={entry} reviews={reviews} />
      </div>
    </>
  )
}
