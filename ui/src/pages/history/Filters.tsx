import { X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button, Form, Input, Label, SearchField } from 'react-aria-components'
import { ROLES, SO_ACS } from '../../acting'
import { useReviews } from '../../api/queries'
import { useT } from '../../i18n'
import { Pick } from '../../kit/Pick'
import { EVENT_TYPES } from '../../kit/events'
import type { HistorySearch } from '../../router'
import { actingWords } from '../../shell/ActingFor'
import { useNames, citedRecommendation } from '../../words/sentence'

const CAPACITIES = ROLES.flatMap(role => (role === 'SOAC' ? SO_ACS.map(group => `SOAC:${group}`) : [role]))

export function Filters({ search, choose, children }: { search: HistorySearch; choose: (chosen: HistorySearch) => void; children: ReactNode }) {
  const speaker = useT()
  const { t, word } = speaker
  const names = useNames()
  const { data } = useReviews()
  const [text, setText] = useState(search.text ?? '')
  useEffect(() => setText(search.text ?? ''), [search.text])
  const reviews = (data?.rows ?? []).map(({ key, row }) => [key, row.printedAs] as const).sort(([, a], [, b]) => a.localeCompare(b))
  const types = EVENT_TYPES.map(type => [type, word('eventName', type)] as const).sort(([, a], [, b]) => a.localeCompare(b, speaker.language))
  const any = ['', t('hist.any')] as const
  const set = [search.review, search.stream, search.type, search.actingFor, search.text].some(Boolean)
  const stream = search.stream?.split('/')
  return (
    <div className="toolbar filters">
      <Pick label={t('hist.review')} value={search.review ?? ''} choose={review => choose({ review: review || undefined, event: undefined })} items={[any, ...reviews]} />
      <Pick label={t('hist.type')} value={search.type ?? ''} choose={type => choose({ type: type || undefined, event: undefined })} items={[any, ...types]} />
      <Pick label={t('hist.capacity')} value={search.actingFor ?? ''} choose={actingFor => choose({ actingFor: actingFor || undefined, event: undefined })} items={[any, ...CAPACITIES.map(capacity => [capacity, actingWords(speaker, capacity)] as const)]} />
      <Form className="searching" onSubmit={event => { event.preventDefault(); choose({ text: text.trim() || undefined, event: undefined }) }}>
        <SearchField className="sel" value={text} onChange={setText} onClear={() => choose({ text: undefined })}>
          <Label>{t('hist.text')}</Label>
          <Input className="input" placeholder={t('hist.text.hint')} />
        </SearchField>
      </Form>
      {stream?.[1] && (
        <Button className="btn tiny" onPress={() => choose({ stream: undefined })}>
          {t('hist.stream', { stream: stream[2] ? citedRecommendation(`${stream[1]}/${stream[2]}`, names.review) : names.review(stream[1]) })}<X size={13} aria-hidden />
        </Button>
      )}
      {set && <Button className="btn ghost tiny" onPress={() => choose({ review: undefined, stream: undefined, type: undefined, actingFor: undefined, text: undefined, event: undefined })}>{t('hist.clear')}</Button>}
      {children}
    </div>
  )
}
