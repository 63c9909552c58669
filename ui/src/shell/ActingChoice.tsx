import { useState } from 'react'
import { Button, FieldError, Form, Heading, Input, Label, TextField } from 'react-aria-components'
import { ROLES, actAs, isPersonId, roleOf, type Acting, type Role } from '../acting'
import { useT } from '../i18n'
import { GROUPS } from '../kit/groups'
import { Pick } from '../kit/Pick'

const NEEDS_GROUP: readonly Role[] = ['SOAC']
const MAY_HAVE_GROUP: readonly Role[] = ['SOAC', 'MEMBER']

/** The form in the header's pop-over; loaded when it is opened. */
export function Choice({ chosen, close }: { chosen: Acting | undefined; close: () => void }) {
  const { t, word } = useT()
  const [person, setPerson] = useState(chosen?.person ?? '')
  const [role, setRole] = useState<Role>(chosen ? roleOf(chosen.actingFor).role : 'SOAC')
  const [group, setGroup] = useState(chosen ? (roleOf(chosen.actingFor).group ?? '') : 'GNSO')
  const grouped = MAY_HAVE_GROUP.includes(role)
  const bodies = GROUPS.filter(({ kind }) => kind !== 'BODY').map(({ code, printed }) => [code, printed] as const)
  const keep = () => {
    const actingFor = grouped && group ? `${role}:${group}` : role
    actAs({ person, actingFor })
    close()
  }
  return (
    <Form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <Heading slot="title" className="pop-h">{t('acting.title')}</Heading>
      <p className="sub">{t('acting.note')}</p>
      <TextField
        className="text" value={person} onChange={value => setPerson(value.trim().toLowerCase())} isRequired
        validate={value => (isPersonId(value) ? null : t('acting.person.form'))}
      >
        <Label>{t('acting.person')}</Label>
        <Input className="input" autoComplete="off" placeholder="m-duarte" />
        <FieldError className="err" />
      </TextField>
      <Pick label={t('acting.role')} value={role} choose={value => setRole(value as Role)} items={ROLES.map(code => [code, word('role', code)])} />
      {grouped && (
        <Pick
          label={t('acting.group')} value={group} choose={setGroup}
          items={NEEDS_GROUP.includes(role) ? bodies : [['', t('acting.group.none')], ...bodies]}
        />
      )}
      <div className="form-f">
        {chosen && <Button className="btn ghost" onPress={() => { actAs(undefined); close() }}>{t('acting.nobody')}</Button>}
        <Button type="submit" className="btn solid">{t('acting.keep')}</Button>
      </div>
    </Form>
  )
}
