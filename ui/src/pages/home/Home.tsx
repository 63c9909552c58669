import { useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowDownUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useReviews } from '../../api/queries'
import type { Answer, Page, ReviewEntry } from '../../api/rows'
import { useT } from '../../i18n'
import { RecLegend } from '../../kit/RecBars'
import { useNarrow } from '../../kit/narrow'
import { Shown } from '../../kit/states'
import { useTitle } from '../../kit/title'
import type { HomeSearch } from '../../router'
import { Feed } from './Feed'
import { Card, Row } from './Rows'
import { Summary } from './Summary'
import { kindOf, matches, ordered, type Show } from './order'

export function Home() {
  const { t } = useT()
  useTitle(t('home.title'))
  const read = useReviews()
  return (
    <div className="page two">
      <div className="col">
        <Shown page read={read} heights={[64, 76, 34, 88, 88, 88, 88, 88]}>{answer => <Full answer={answer} />}</Shown>
      </div>
      <Feed />
    </div>
  )
}

const KINDS = ['specific', 'organizational', 'pilot'] as const
const SHOWS: Show[] = ['open', 'late', 'risk']

function Full({ answer }: { answer: Page<ReviewEntry> & Answer }) {
  const { t } = useT()
  const { kind, show } = useSearch({ strict: false }) as HomeSearch
  const navigate = useNavigate()
  const narrow = useNarrow()
  // the order is worked out once per moment, never while rows are being read
  const [order, setOrder] = useState(() => ({ of: `${answer.asOf} ${answer.knownAt}`, keys: ordered(answer.rows) }))
  const now = useMemo(() => ordered(answer.rows), [answer.rows])
  const seen = new Set(order.keys)
  const shownOrder = [...order.keys, ...now.filter(key => !seen.has(key))]
  const changed = shownOrder.filter(key => now.includes(key)).join() !== now.join()
  const byKey = new Map(answer.rows.map(entry => [entry.key, entry]))
  const rows = shownOrder.flatMap(key => byKey.get(key) ?? []).filter(entry => matches(entry, kind, show))
  const kinds = KINDS.filter(name => answer.rows.some(({ row }) => kindOf(row) === name))
  const choose = (search: HomeSearch) => void navigate({ to: '/', replace: true, resetScroll: false, search: before => ({ ...before, ...search }) })

  if (answer.rows.length === 0) {
    return <><h1>{t('home.title')}</h1><p className="empty">{t('home.empty')}</p></>
  }
  return (
    <>
      <Summary answer={answer} />
      <div className="toolbar">
        {kinds.length > 1 && (
          <ToggleButtonGroup
            className="segc" aria-label={t('home.kind')} selectionMode="single" disallowEmptySelection selectedKeys={[kind ?? 'all']}
            onSelectionChange={keys => choose({ kind: KINDS.find(name => keys.has(name)) })}
          >
            <ToggleButton id="all">{t('home.kind.all')}</ToggleButton>
            {kinds.map(name => <ToggleButton key={name} id={name}>{t(`home.kind.${name}`)}</ToggleButton>)}
          </ToggleButtonGroup>
        )}
        <ToggleButtonGroup
          className="segc" aria-label={t('home.show')} selectionMode="single" disallowEmptySelection selectedKeys={[show ?? 'all']}
          onSelectionChange={keys => choose({ show: SHOWS.find(name => keys.has(name)) })}
        >
          <ToggleButton id="all">{t('home.show.all')}</ToggleButton>
          {SHOWS.map(name => <ToggleButton key={name} id={name}>{t(`home.show.${name}`)}</ToggleButton>)}
        </ToggleButtonGroup>
        {changed && (
          <Button className="btn fresh tiny" onPress={() => setOrder({ of: order.of, keys: now })}>
            <ArrowDownUp size={14} aria-hidden />{t('home.sortAgain')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? <p className="empty">{t('home.noMatch')}</p>
        : narrow ? <ul className="cards">{rows.map(entry => <Card key={entry.key} entry={entry} today={answer.asOf} />)}</ul>
        : (
          <table className="grid">
            <caption className="sr">{t('home.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('col.review')}</th>
                <th scope="col">{t('col.stage')}</th>
                <th scope="col">{t('col.schedule')}</th>
                <th scope="col">{t('col.recommendations')}</th>
                <th scope="col">{t('col.last')}</th>
              </tr>
            </thead>
            <tbody>{rows.map(entry => <Row key={entry.key} entry={entry} today={answer.asOf} />)}</tbody>
          </table>
        )}
      <RecLegend />
    </>
  )
}
