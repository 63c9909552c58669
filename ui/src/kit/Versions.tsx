import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Day } from '../days'
import { useT } from '../i18n'
import { diff } from './diff'

export interface Version {
  id: string
  label: string
  on: Day
  text?: string
}

/** A text with its versions; a later one can be read against the one before. */
export function Versions({ versions }: { versions: Version[] }) {
  const { t, day } = useT()
  const [chosen, setChosen] = useState<string>()
  const [compared, setCompared] = useState(false)
  const index = Math.max(0, versions.findIndex(({ id }) => id === (chosen ?? versions.at(-1)?.id)))
  const version = versions[index]
  const before = versions[index - 1]
  if (!version) return null
  return (
    <div className="versions">
      {versions.length > 1 && (
        <div className="toolbar">
          <ToggleButtonGroup
            className="segc small" aria-label={t('text.versions')} selectionMode="single" disallowEmptySelection selectedKeys={[version.id]}
            onSelectionChange={keys => setChosen(String([...keys][0]))}
          >
            {versions.map(({ id, label }) => <ToggleButton key={id} id={id}>{label}</ToggleButton>)}
          </ToggleButtonGroup>
          {before?.text && <ToggleButton className="btn tiny ghost" isSelected={compared} onChange={setCompared}>{t('text.compare')}</ToggleButton>}
        </div>
      )}
      <p className="sub">{day(version.on)}</p>
      {version.text === undefined ? <p className="empty">{t('text.none')}</p> : (
        <p className="prose" lang="en" dir="auto">
          {compared && before?.text
            ? diff(before.text, version.text).map((run, number) =>
                run.kind === 'same' ? run.text : run.kind === 'gone' ? <del key={number}>{run.text}</del> : <ins key={number}>{run.text}</ins>)
            : version.text}
        </p>
      )}
    </div>
  )
}
