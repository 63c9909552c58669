import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronDown, PenLine, X } from 'lucide-react'
import { lazy, Suspense, useId } from 'react'
import { Button, MenuTrigger, Popover } from 'react-aria-components'
import type { TrailRow } from '../api/rows'
import { useT } from '../i18n'
import { useMoment, type Search } from '../moment'
import { openedBy, say, useSaid } from './said'
import { isRetraction, retractionOf, streamOf, VERB_OF } from './streams'
import './record.css'

const MenuItems = lazy(() => import('./MenuItems').then(({ MenuItems: items }) => ({ default: items })))

/** Where the form for a command is. */
function useToForm() {
  const navigate = useNavigate()
  return (stream: string, verb: string, corrects?: number) => {
    const { review, number } = streamOf(stream)
    say(undefined)
    const search = (before: Search) => ({ ...before, corrects: corrects === undefined ? undefined : String(corrects) })
    void (number === undefined
      ? navigate({ to: '/reviews/$review/record/$verb', params: { review, verb }, search, resetScroll: false })
      : navigate({ to: '/reviews/$review/recommendations/$number/record/$verb', params: { review, number, verb }, search, resetScroll: false }))
  }
}

/** The past is read-only: the button stays where it is and says why it does nothing. */
function InThePast({ label }: { label: string }) {
  const { t } = useT()
  const id = useId()
  return (
    <>
      <button type="button" className="btn" aria-disabled="true" aria-describedby={id} title={t('past.readOnly')}>{label}</button>
      <span className="sr" id={id}>{t('past.readOnly')}</span>
    </>
  )
}

/** The button "Record decision" of a page, with what is possible on its stream. */
export function RecordMenu({ stream, version }: { stream: string; version: number | undefined }) {
  const { t } = useT()
  const { past } = useMoment()
  const toForm = useToForm()
  const id = useId()
  if (past) return <InThePast label={t('record.button')} />
  return (
    <>
      <MenuTrigger>
        <Button className="btn solid" id={id} data-record>
          <PenLine size={15} aria-hidden /> {t('record.button')} <ChevronDown size={15} aria-hidden />
        </Button>
        <Popover className="pop rec-pop" placement="bottom end">
          <Suspense fallback={<p className="rec-wait" aria-busy="true">{t('state.loading')}</p>}>
            <MenuItems stream={stream} version={version} choose={verb => { openedBy(id); toForm(stream, verb) }} />
          </Suspense>
        </Popover>
      </MenuTrigger>
      <JustRecorded />
    </>
  )
}

/** Says on the page what was recorded last, until it is closed. */
function JustRecorded() {
  const said = useSaid()
  const { t } = useT()
  return (
    <div role="status" className="rec-said-place">
      {said && (
        <p className="rec-said">
          <span>{said.words}</span>
          <Button className="icon" aria-label={t('close')} onPress={() => say(undefined)}><X size={16} aria-hidden /></Button>
        </p>
      )}
    </div>
  )
}

/** A link to the form of one command, for a row that says what is asked of somebody. */
export function RecordLink({ stream, verb, label }: { stream: string; verb: string; label?: string }) {
  const { t, word } = useT()
  const { past } = useMoment()
  const { review, number } = streamOf(stream)
  if (past) return <InThePast label={t('record.this')} />
  const words = { className: 'btn tiny', 'aria-label': `${t('record.this')}: ${label ?? word('verb', verb)}`, children: t('record.this') }
  return number === undefined
    ? <Link to="/reviews/$review/record/$verb" params={{ review, verb }} search={before => before as Search} {...words} />
    : <Link to="/reviews/$review/recommendations/$number/record/$verb" params={{ review, number, verb }} search={before => before as Search} {...words} />
}

/** What can be done about a recorded fact: an event of its own that corrects or retracts it; both stay visible. */
export function FactActions({ fact }: { fact: Pick<TrailRow, 'type' | 'stream' | 'position'> }) {
  const { t } = useT()
  const { past } = useMoment()
  const toForm = useToForm()
  const verb = VERB_OF[fact.type]
  if (past) return <InThePast label={t('record.correct')} />
  return (
    <div className="rec-acts">
      {verb && !isRetraction(verb) && <Button className="btn tiny" onPress={() => toForm(fact.stream, verb, fact.position)}>{t('record.correct')}</Button>}
      <Button className="btn tiny" onPress={() => toForm(fact.stream, retractionOf(streamOf(fact.stream)), fact.position)}>{t('record.retract')}</Button>
    </div>
  )
}
