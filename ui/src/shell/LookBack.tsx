import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Rewind, RotateCcw } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button, Slider, SliderThumb, SliderTrack, ToggleButton, ToggleButtonGroup, Tooltip, TooltipTrigger } from 'react-aria-components'
import { dayOfMs, msOf, MS_PER_DAY, today } from '../days'
import { useT } from '../i18n'
import { useMoment } from '../moment'
import { EARLIEST, densityQuery, useStepping } from './stepping'

const numberOf = (day: string) => Math.round(msOf(day) / MS_PER_DAY)
const dayOfNumber = (number: number) => dayOfMs(number * MS_PER_DAY)

/** The bar that says which moment is looked at, in which of the two readings, and moves along the decisions. */
export function LookBack() {
  const { t, date, number } = useT()
  const moment = useMoment()
  const { day, show, step, present } = useStepping()
  const [dragged, setDragged] = useState<number>()
  useEffect(() => setDragged(undefined), [day])
  const [busy, setBusy] = useState(false)
  const move = async (direction: 1 | -1) => {
    setBusy(true)
    try {
      await step(direction)
    } finally {
      setBusy(false)
    }
  }
  const position = moment.knownAt && /^\d+$/.test(moment.knownAt) ? Number(moment.knownAt) : undefined
  const min = numberOf(EARLIEST)
  const max = numberOf(today())
  const value = Math.min(max, Math.max(min, dragged ?? numberOf(day)))
  const shown = dayOfNumber(value)
  const asKnown = moment.knownAt !== undefined
  return (
    <section className="pastbar" aria-label={t('past.look')}>
      <div className="past-in">
        <div className="past-t">
          <Rewind size={16} aria-hidden />
          <p className="past-d">
            {position !== undefined && moment.asOf === undefined
              ? t('past.knownAtPosition', { n: number(position) })
              : t('past.viewing', { date: date(shown) })}
          </p>
          <p className="past-n">
            {asKnown ? t('past.note.known') : t('past.note.asOf')}
            {position !== undefined && moment.asOf !== undefined && <> {t('past.upTo', { n: number(position) })}</>}
          </p>
        </div>
        <ToggleButtonGroup
          className="segc small" aria-label={t('past.reading')} selectionMode="single" disallowEmptySelection
          selectedKeys={[asKnown ? 'known' : 'asOf']} onSelectionChange={keys => void show(day, keys.has('known'))}
        >
          <ToggleButton id="asOf">{t('past.reading.asOf')}</ToggleButton>
          <ToggleButton id="known">{t('past.reading.known')}</ToggleButton>
        </ToggleButtonGroup>
        <div className="past-c">
          <Hinted text={t('past.previous')}><Button className="icon" aria-label={t('past.previous')} isDisabled={busy} onPress={() => void move(-1)}><ChevronLeft size={18} aria-hidden /></Button></Hinted>
          <Slider
            className="scrub" aria-label={t('past.day')} minValue={min} maxValue={max} step={1} value={value}
            onChange={next => setDragged(next as number)} onChangeEnd={next => void show(dayOfNumber(next as number), asKnown)}
          >
            <SliderTrack className="track">
              <Strip min={min} max={max} />
              <SliderThumb className="thumb" aria-label={t('past.day')} aria-valuetext={date(shown)} />
            </SliderTrack>
          </Slider>
          <Hinted text={t('past.next')}><Button className="icon" aria-label={t('past.next')} isDisabled={busy} onPress={() => void move(1)}><ChevronRight size={18} aria-hidden /></Button></Hinted>
          <Button className="btn solid-past" onPress={present}><RotateCcw size={15} aria-hidden /><span>{t('past.return')}</span></Button>
        </div>
      </div>
    </section>
  )
}

function Hinted({ text, children }: { text: string; children: React.ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <Tooltip className="tip">{text}</Tooltip>
    </TooltipTrigger>
  )
}

const BARS = 98

/** How much was decided when; drawn by square root, since an import of old documents and a quiet month share one strip. */
function Strip({ min, max }: { min: number; max: number }) {
  const { data } = useQuery(densityQuery(today()))
  const bars = useMemo(() => {
    const sums = new Array<number>(BARS).fill(0)
    for (const { week, events } of data?.weeks ?? []) {
      const bar = Math.min(BARS - 1, Math.floor(((numberOf(week) + 3 - min) / (max - min + 1)) * BARS))
      if (bar >= 0) sums[bar] = (sums[bar] ?? 0) + events
    }
    const most = Math.max(1, ...sums)
    return sums.map(sum => sum / most)
  }, [data, min, max])
  return (
    <span className="dens" aria-hidden>
      {bars.map((share, index) => <i key={index} style={{ height: share ? `${6 + Math.sqrt(share) * 90}%` : 0 }} />)}
    </span>
  )
}
