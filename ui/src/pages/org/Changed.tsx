import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useChanges } from '../../api/queries'
import { plusDays } from '../../days'
import { useT } from '../../i18n'
import { groupName } from '../../kit/groups'
import { EventIcon } from '../../kit/marks'
import { Shown } from '../../kit/states'
import type { OrganisationSearch } from '../../router'
import { keep, useKept } from '../../settings'
import { useSentence } from '../../words/sentence'

const SHOWN = 10
const MORE = 50
const DEFAULT_DAYS = 30

/** "What changed for us since our council met?": by the day it was recorded or the day it happened. */
export function Changed({ code, today }: { code: string; today: string }) {
  const { t, date, day } = useT()
  const sentence = useSentence()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as OrganisationSearch
  const kept = useKept('since')
  const since = search.since ?? kept ?? plusDays(today, -DEFAULT_DAYS)
  const axis = search.axis ?? 'recorded'
  const read = useChanges(code, since, axis)
  const [shown, setShown] = useState(SHOWN)
  const rows = read.data?.pages.flatMap(page => page.rows) ?? []
  const total = read.data?.pages[0]?.total
  const more = () => {
    setShown(shown + MORE)
    if (rows.length < shown + MORE && read.hasNextPage) void read.fetchNextPage()
  }
  const choose = (chosen: OrganisationSearch) => {
    if (chosen.since) keep('since', chosen.since)
    void navigate({ to: '.', replace: true, resetScroll: false, search: before => ({ ...before, ...chosen }) as never })
  }
  return (
    <section className="panel" id="changed">
      <div className="panel-h">
        <h2>{t('org.changed')}</h2>
        <label className="sel"><span className="sr">{t('org.changed.day')}</span>
          <input type="date" className="input" value={since} max={today} min="2009-01-01" onChange={event => event.target.value && choose({ since: event.target.value })} />
        </label>
        <ToggleButtonGroup
          className="segc small" aria-label={t('org.changed.axis')} selectionMode="single" disallowEmptySelection selectedKeys={[axis]}
          onSelectionChange={keys => choose({ axis: keys.has('effective') ? 'effective' : undefined })}
        >
          <ToggleButton id="recorded">{t('org.changed.recorded')}</ToggleButton>
          <ToggleButton id="effective">{t('org.changed.effective')}</ToggleButton>
        </ToggleButtonGroup>
      </div>
      <Shown read={read} heights={[24, 36, 36, 36]}>
        {() => (
          <>
            <p className="sub">{t(total === undefined && read.hasNextPage ? 'org.changed.atLeast' : 'org.changed.count', { n: total ?? rows.length, group: groupName(code), date: date(since) })}</p>
            <ul className="plain log">
              {rows.slice(0, shown).map(({ key, row }) => (
                <li key={key}>
                  <EventIcon type={row.type} />
                  <Link to="/history" search={{ review: row.review, event: key }} className="grow quiet" data-row>{sentence(row)}</Link>
                  <time className="sub nowrap" dateTime={row.payload.on.occurredOn}>{day({ on: row.payload.on.occurredOn, precision: row.payload.on.precision ?? 'DAY' })}</time>
                </li>
              ))}
            </ul>
            {(rows.length > shown || read.hasNextPage) && (
              <Button className="btn ghost tiny" isDisabled={read.isFetchingNextPage} onPress={more}>{t(read.isFetchingNextPage ? 'state.loading' : 'show.more')}</Button>
            )}
          </>
        )}
      </Shown>
    </section>
  )
}
