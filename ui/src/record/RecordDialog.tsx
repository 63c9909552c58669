import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useActing } from '../acting'
import { commandSchemas } from '../api/commands'
import { TOPICS, useEvent, useRecommendation, useReview } from '../api/queries'
import { useMoment, type Search } from '../moment'
import type { RecordSearch } from '../router'
import { Choice as ActingChoice } from '../shell/ActingChoice'
import { citedRecommendation, useNames } from '../words/sentence'
import { Filling, type About } from './Filling'
import { fieldsOf } from './fields'
import { useRecordMessages, useRecordWords } from './messages'
import { giveFocusBack } from './said'
import { recommendationStream, reviewStream } from './streams'
import './record.css'

/** The dialog over a review's page. */
export function RecordOnReview() {
  const { review = '', verb = '' } = useParams({ strict: false })
  const { data } = useReview(review)
  const stream = useMemo(() => reviewStream(review), [review])
  const row = data?.entry.row
  return <Window stream={stream} verb={verb} subject={{ review: row }} version={row?.version} topic={TOPICS.reviews} last={row?.last.stream === stream.stream ? row.last.position : undefined} />
}

/** The dialog over a recommendation's page. */
export function RecordOnRecommendation() {
  const { review = '', number = '', verb = '' } = useParams({ strict: false })
  const { data } = useRecommendation(review, number)
  const stream = useMemo(() => recommendationStream(review, number), [review, number])
  const row = data?.entry.row
  return <Window stream={stream} verb={verb} subject={{ recommendation: row }} version={row?.version} topic={TOPICS.recommendations(review)} last={row?.last.position} />
}

function Window(about: About) {
  const navigate = useNavigate()
  const ready = useRecordMessages()
  const { review, number } = about.stream
  const close = useCallback(() => {
    const search = (before: Search) => ({ ...before, corrects: undefined })
    void (number === undefined
      ? navigate({ to: '/reviews/$review', params: { review }, search, resetScroll: false })
      : navigate({ to: '/reviews/$review/recommendations/$number', params: { review, number }, search, resetScroll: false }))
    giveFocusBack()
  }, [navigate, review, number])
  if (!ready) return null
  return (
    <ModalOverlay isOpen onOpenChange={open => open || close()} className="overlay">
      <Modal className="modal rec-modal">
        <Dialog className="modal-in" aria-label={undefined}>
          <Inside about={about} close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What has to be known before the form can be filled in. */
function Inside({ about, close }: { about: About; close: () => void }) {
  const { r, t, verb: verbWords } = useRecordWords()
  const navigate = useNavigate()
  const names = useNames()
  const { past } = useMoment()
  const acting = useActing()
  const [choosing, setChoosing] = useState(false)
  const { corrects } = useSearch({ strict: false }) as RecordSearch
  const { data: schemas, error } = useQuery({ queryKey: ['command-schemas'], queryFn: ({ signal }) => commandSchemas(signal), staleTime: Infinity })
  const { data: corrected } = useEvent(corrects === undefined ? undefined : Number(corrects))
  const { stream, verb } = about
  const of = stream.number === undefined ? names.review(stream.review) : citedRecommendation(`${stream.review}/${stream.number}`, names.review)
  const title = `${r('record.title', { verb: verbWords(verb) })} · ${of}`
  const frame = (children: ReactNode) => (
    <>
      <Heading slot="title" className="rec-h">{title}</Heading>
      {children}
    </>
  )
  const footer = <div className="form-f"><Button className="btn" onPress={close}>{t('close')}</Button></div>
  if (past) {
    return frame(
      <>
        <p role="alert">{r('record.past')}</p>
        <div className="form-f">
          <Button className="btn" onPress={close}>{t('close')}</Button>
          <Button className="btn solid" onPress={() => void navigate({ to: '.', search: (before: Search) => ({ ...before, asOf: undefined, knownAt: undefined }) })}>
            {r('record.past.return')}
          </Button>
        </div>
      </>,
    )
  }
  if (!acting || choosing) {
    return frame(
      <>
        {acting || <p>{r('record.actFirst')}</p>}
        <ActingChoice chosen={acting} close={() => setChoosing(false)} />
      </>,
    )
  }
  if (error) return frame(<><p role="alert">{r('record.failed')}</p>{footer}</>)
  if (!schemas || (corrects !== undefined && !corrected)) return frame(<p aria-busy="true">{t('state.loading')}</p>)
  const schema = schemas.get(verb)
  if (!schema) return frame(<><p role="alert">{r('record.unknownVerb', { verb })}</p>{footer}</>)
  const fieldsFor = (of: string) => {
    const found = schemas.get(of)
    return found ? fieldsOf(found.schema) : []
  }
  return frame(
    <Filling key={`${stream.stream} ${verb} ${corrects ?? ''}`} about={about} acting={acting} of={of} corrected={corrected?.row} fieldsFor={fieldsFor} close={close} changeActing={() => setChoosing(true)} />,
  )
}

