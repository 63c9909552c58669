import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useRecommendation, useReview } from '../../api/queries'
import type { RecommendationEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Flash } from '../../kit/Flash'
import { Versions } from '../../kit/Versions'
import { Value } from '../../kit/Value'
import { groupName } from '../../kit/groups'
import { ConsensusMark, PriorityMark } from '../../kit/marks'
import { Contradictions } from '../../kit/Contradictions'
import { Shown, Stopped } from '../../kit/states'
import { useTitle } from '../../kit/title'
import { isKnown } from '../../known'
import { RecordMenu } from '../../record/RecordMenu'
import { Recent } from '../review/Recent'
import { BoardActions } from './BoardActions'
import { Consensus, Priorities } from './Consensus'
import { Implementation } from './Implementation'
import { Story } from './Story'
import { Waits } from './Waits'

export function RecommendationPage() {
  const { review, number } = useParams({ from: '/reviews/$review/recommendations/$number' })
  const read = useRecommendation(review, number)
  const of = useReview(review)
  const printed = of.data?.entry.row.printedAs ?? review.toUpperCase()
  useTitle(`${printed} ${read.data?.entry.row.printedAs ?? number}`)
  return (
    <div className="page">
      <Shown page read={read} heights={[90, 76, 90, 260, 220]}>
        {answer => <Full key={answer.entry.key} entry={answer.entry} printed={printed} today={answer.asOf} />}
      </Shown>
      <Outlet />
    </div>
  )
}

function Full({ entry, printed, today }: { entry: RecommendationEntry; printed: string; today: string }) {
  const { t, word, number, list } = useT()
  const { row, standing } = entry
  const texts = Object.entries(row.texts ?? {}).sort(([a], [b]) => Number(a) - Number(b))
  const addressees = Object.keys(row.addressees ?? {})
  const level = row.consensus?.level
  return (
    <>
      <div className="head">
        <div>
          <p className="eyebrow">
            <Link to="/">{t('nav.reviews')}</Link> / <Link to="/reviews/$review" params={{ review: row.review }}>{printed}</Link> / {t('rec.crumb', { number: row.printedAs })}
          </p>
          <h1><span className="h1-no">{row.printedAs}</span> <span lang="en">{row.title ?? t('rec.crumb', { number: row.printedAs })}</span></h1>
          <p className="facts">
            <Value view="recommendations" entry={entry} pointer="/row/priority/priority" label={t('rec.priorities')} named><PriorityMark priority={row.priority?.priority} /></Value>
            {(level || !isKnown(entry, '/row/consensus/level')) && <Value view="recommendations" entry={entry} pointer="/row/consensus/level" label={t('rec.consensus')} named>{level && <ConsensusMark level={level} text />}</Value>}
            <Flash of={standing.disposition}>
              <Value view="recommendations" entry={entry} pointer="/standing/disposition" label={t('rec.boardParts')} named may={value => word('disposition', String(value))}><span className="tag">{word('disposition', standing.disposition)}</span></Value>
            </Flash>
            {(row.status || !isKnown(entry, '/row/status')) && (
              <Value view="recommendations" entry={entry} pointer="/row/status" label={t('rec.implementation')} named>
                {row.status && <span className="tag">{word('status', row.status.status)}{row.status.percent !== undefined && ` ${t('rec.percent', { n: row.status.percent })}`}</span>}
              </Value>
            )}
            {addressees.length > 0 && <span className="sub">{t('rec.addressed', { groups: list(addressees.map(groupName)) })}</span>}
            {row.topic && <span className="sub" lang="en">{row.topic}</span>}
          </p>
        </div>
        <div className="facts"><span className="muted">{t('review.version', { n: number(row.version) })}</span><RecordMenu stream={`recommendation/${row.recommendation}`} version={row.version} /></div>
      </div>
      <Stopped entry={entry} />
      <Contradictions entry={entry} />
      <Story entry={entry} />
      <Waits entry={entry} />
      <div className="cols">
        <div className="col">
          <BoardActions entry={entry} today={today} />
          {(texts.some(([, { text }]) => text) || row.successMeasures) && (
            <section className="panel" id="text">
              <div className="panel-h"><h2>{t('rec.text')}</h2></div>
              <Versions versions={texts.map(([position, { on, text }], index) => ({ id: position, label: t('rec.version', { n: index + 1 }), on, text }))} />
              {row.successMeasures && <><h3>{t('rec.measures')}</h3><p className="prose" lang="en">{row.successMeasures}</p></>}
            </section>
          )}
          <Implementation entry={entry} />
        </div>
        <div className="col">
          <Consensus entry={entry} />
          <Priorities entry={entry} />
        </div>
      </div>
      <Recent review={row.review} stream={`recommendation/${row.recommendation}`} all />
    </>
  )
}
