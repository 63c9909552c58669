import { useQuery } from '@tanstack/react-query'
import { Header, Menu, MenuItem, MenuSection, Text } from 'react-aria-components'
import { useActing } from '../acting'
import { possible, type Possible } from '../api/commands'
import { COMMON } from './forms'
import { useRecordMessages, useRecordWords } from './messages'
import { isRetraction, streamOf, VERB_OF } from './streams'
import './record.css'

const RECOMMENDATION_VERBS = Object.entries(VERB_OF).filter(([type]) => isOfRecommendation(type)).map(([, verb]) => verb)

function isOfRecommendation(type: string): boolean {
  const verbs = Object.keys(VERB_OF)
  return verbs.indexOf(type) >= verbs.indexOf('RecommendationDrafted')
}

/** Every command of the kind, for as long as the server has not said which are possible. */
const allOf = (stream: string): Possible[] =>
  Object.values(VERB_OF)
    .filter(verb => RECOMMENDATION_VERBS.includes(verb) === (streamOf(stream).number !== undefined))
    .map(verb => ({ verb, path: '', possible: true }))

/** What can be recorded on a stream now, and of the rest, which rule is against it. */
export function MenuItems({ stream, version, choose }: { stream: string; version: number | undefined; choose: (verb: string) => void }) {
  const { r, verb: words, rule } = useRecordWords()
  const ready = useRecordMessages()
  const acting = useActing()
  const by = acting?.actingFor
  const { data, isPending, error } = useQuery({
    queryKey: ['possible', stream, by, version],
    queryFn: ({ signal }) => possible(stream, by ?? '', signal),
    enabled: by !== undefined,
    staleTime: 10_000,
  })
  if (!ready || (by !== undefined && isPending)) return <p className="rec-wait" aria-busy="true">{ready ? r('record.menu.loading') : '…'}</p>
  const all = (data?.commands ?? allOf(stream)).filter(({ verb }) => !isRetraction(verb))
  const can = all.filter(command => command.possible)
  const common = can.filter(({ verb }) => COMMON.includes(verb))
  const rest = can.filter(({ verb }) => !COMMON.includes(verb))
  const not = all.filter(command => !command.possible)
  const item = ({ verb, rule: against, detail, parameters }: Possible) => (
    <MenuItem key={verb} id={verb} className="mi" textValue={words(verb)} onAction={() => choose(verb)}>
      <Text slot="label">{words(verb)}</Text>
      {against !== undefined && <Text slot="description" className="rec-why">{rule({ rule: against, detail: detail ?? '', parameters })}</Text>}
    </MenuItem>
  )
  const section = (title: string, commands: Possible[]) => commands.length > 0 && (
    <MenuSection className="rec-sec">
      <Header className="rec-sec-h">{title}</Header>
      {commands.map(item)}
    </MenuSection>
  )
  const isReview = streamOf(stream).number === undefined
  return (
    <>
      {by === undefined && <p className="rec-wait">{r('record.menu.actFirst')}</p>}
      {error && <p className="rec-wait">{r('record.menu.failed')}</p>}
      <Menu className="menu rec-menu" aria-label={r('record.menu.all')}>
        {section(r('record.menu.common'), common)}
        {section(r('record.menu.possible'), [...rest, ...(isReview ? [{ verb: 'draft-recommendation', path: '', possible: true }] : [])])}
        {section(r('record.menu.notNow'), not)}
      </Menu>
    </>
  )
}
