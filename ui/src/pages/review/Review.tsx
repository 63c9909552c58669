import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useReview } from '../../api/queries'
import type { ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { StateMark, useScheduleWords } from '../../kit/marks'
import { Contradictions } from '../../kit/Contradictions'
import { Shown, Stopped } from '../../kit/states'
import { useTitle } from '../../kit/title'
import { RecordMenu } from '../../record/RecordMenu'
import { kindOf } from '../home/order'
import { Board } from './Board'
import { Clocks } from './Clocks'
import { Gaps } from './Gaps'
import { Plan } from './Plan'
import { Rail } from './Rail'
import { Recent } from './Recent'
import { Register } from './Register'
import { Reports } from './Reports'
import { Scope } from './Scope'
import { Team } from './Team'

export function ReviewPage() {
  const { review } = useParams({ from: '/reviews/$review' })
  const read = useReview(review)
  useTitle(read.data?.entry.row.printedAs ?? review)
  return (
    <div className="page">
      <Shown page read={read} heights={[64, 76, 300, 320, 220]}>
        {answer => <Full key={answer.entry.key} entry={answer.entry} today={answer.asOf} />}
      </Shown>
      <Outlet />
    </div>
  )
}

function Full({ entry, today }: { entry: ReviewEntry; today: string }) {
  const { t, number } = useT()
  const words = useScheduleWords()
  const { row, standing } = entry
  return (
    <>
      <div className="head">
        <div>
          <p className="eyebrow"><Link to="/">{t('nav.reviews')}</Link> / {t(`kind.${kindOf(row)}`)}</p>
          <h1><span lang="en">{row.name}</span> <span className="h1-id">{row.printedAs}</span></h1>
        </div>
        <div className="facts">
          <Flash of={`${standing.state} ${standing.health}`}><StateMark entry={entry} /></Flash>
          {words(entry) && <span>{words(entry)}</span>}
          <span className="muted">{t('review.version', { n: number(row.version) })}</span>
          <RecordMenu stream={`review/${entry.key}`} version={row.version} />
        </div>
      </div>
      <Stopped entry={entry} />
      <Contradictions entry={entry} />
      <Rail entry={entry} />
      <Gaps entry={entry} />
      <Plan entry={entry} today={today} />
      <Board entry={entry} />
      <div className="cols even">
        <div className="col">
          <Scope entry={entry} />
          <Team entry={entry} />
        </div>
        <div className="col">
          <Clocks entry={entry} today={today} />
          <Reports entry={entry} />
          <Register entry={entry} today={today} />
        </div>
      </div>
      <Recent review={entry.key} />
    </>
  )
}
