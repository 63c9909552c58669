import { Button } from 'react-aria-components'
import { useReports } from '../../api/queries'
import type { RecommendationEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { Shown } from '../../kit/states'
import { NotOnRecord } from '../../kit/NotOnRecord'
import { Facts } from '../../kit/Why'
import { isKnown } from '../../known'

/** What ICANN org reported, the newest first; the event itself stands behind each. */
export function Reported({ entry }: { entry: RecommendationEntry }) {
  const { t, word, day } = useT()
  const read = useReports(entry)
  return (
    <>
      <h3>{t('rec.reported')}</h3>
      <Shown read={read} heights={[24, 24]}>
        {({ pages }) => (
          <>
            <ul className="plain">
              {pages.flatMap(page => page.rows).map(report => (
                <li key={report.key}>
                  <span className="when"><Facts label={t('rec.reported')} positions={[Number(report.key)]}>{isKnown(report, '/row') ? <time dateTime={report.row.on.on}>{day(report.row.on)}</time> : <NotOnRecord />}</Facts></span>
                  <span className="grow">
                    {word('status', report.row.status)}
                    {report.row.words && <span className="sub block" lang="en">{report.row.words}</span>}
                  </span>
                  {report.row.percent !== undefined && (
                    <span className="pct"><span className="bar"><i className="b-prog" style={{ flexGrow: report.row.percent }} /><i style={{ flexGrow: 100 - report.row.percent }} /></span>{t('rec.percent', { n: report.row.percent })}</span>
                  )}
                </li>
              ))}
            </ul>
            {read.hasNextPage && (
              <Button className="btn ghost tiny" isDisabled={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>{t(read.isFetchingNextPage ? 'state.loading' : 'show.more')}</Button>
            )}
          </>
        )}
      </Shown>
    </>
  )
}
