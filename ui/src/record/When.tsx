import { ROLES, type Acting } from '../acting'
import { GROUPS } from '../kit/groups'
import { Asked } from './Asked'
import { Choice, DateAsked, Radios } from './Controls'
import { isArchivist, takesGroup, type Draft } from './draft'
import { useRecordWords } from './messages'
import { isRetraction } from './streams'

/** When, why and on what evidence: asked for in the same way with every decision. */
export function When({ draft, change, acting }: { draft: Draft; change: (draft: Draft) => void; acting: Acting }) {
  const { r, word } = useRecordWords()
  const reasonNeeded = isRetraction(draft.verb) || draft.corrects !== undefined
  return (
    <>
      <DateAsked path="on.date" label={r('record.when')} hint={r('record.when.hint')} needed by value={draft.date} change={date => change({ ...draft, date })} />
      <Asked path="on.reason" label={r('record.reason')} hint={r('record.reason.hint')} needed={reasonNeeded}>
        {described => <textarea className="input" rows={2} value={draft.reason} onChange={event => change({ ...draft, reason: event.target.value })} {...described} />}
      </Asked>
      <div className="side">
        <Asked path="on.address" label={r('record.evidence')}>
          {described => <input className="input" type="url" autoComplete="off" value={draft.address} onChange={event => change({ ...draft, address: event.target.value })} {...described} />}
        </Asked>
        <Asked path="on.title" label={r('record.evidence.title')}>
          {described => <input className="input" autoComplete="off" value={draft.title} onChange={event => change({ ...draft, title: event.target.value })} {...described} />}
        </Asked>
      </div>
      {isArchivist(acting) && (
        <section className="entry">
          <p className="hint">{r('record.archivist')}</p>
          <Choice
            path="on.by" label={r('record.by')} needed value={draft.byRole} choose={byRole => change({ ...draft, byRole, byGroup: takesGroup(byRole) ? draft.byGroup : '' })}
            options={ROLES.filter(role => role !== 'ARCHIVIST').map(role => [role, word('role', role)])}
          />
          {takesGroup(draft.byRole) && (
            <Choice
              path="on.byGroup" label={r('record.by.group')} needed={draft.byRole === 'SOAC'} value={draft.byGroup} choose={byGroup => change({ ...draft, byGroup })}
              options={GROUPS.map(({ code, printed }) => [code, printed])}
            />
          )}
          <Radios
            path="on.grade" label={r('record.grade')} needed value={draft.grade} choose={grade => change({ ...draft, grade })}
            options={(['PRIMARY', 'SECONDARY', 'CONFLICTING'] as const).map(grade => [grade, word('grade', grade)])}
          />
        </section>
      )}
    </>
  )
}
