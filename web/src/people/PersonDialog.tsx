import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { SelectField, TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { refusalOf, roles } from './roles.ts'
import type { Role } from './roles.ts'
import { usePeopleWords } from './words.ts'

type Props = { user: Schema<'User'> | null; onClose: () => void; onDone?: (user: Schema<'User'>) => void }
type Form = { name: string; email: string; role: Role; department: string }

/** Adds a person, or changes one; the mail address is who they are, and stays. */
export function PersonDialog({ user, onClose, onDone }: Props) {
  const say = usePeopleWords()
  const tell = useTell()
  const client = useQueryClient()
  const [form, setForm] = useState<Form>({
    name: user?.name ?? '',
    email: user?.email ?? '',
    role: user?.role ?? 'member',
    department: user?.department ?? '',
  })
  const save = useAction(
    ({ email, ...rest }: Form, headers) => {
      const body = { ...rest, name: rest.name.trim(), department: rest.department.trim() || null }
      return user === null
        ? take(api.POST('/users', { body: { ...body, email: email.trim() }, headers }))
        : take(api.PUT('/users/{user_id}', { params: { path: { user_id: user.id } }, body, headers }))
    },
    {
      onDone: (saved) => {
        void client.invalidateQueries({ queryKey: ['users'] })
        void client.invalidateQueries({ queryKey: ['me'] })
        tell(say(user === null ? 'added' : 'saved', { name: saved.name }))
        onClose()
        onDone?.(saved)
      },
    },
  )
  const errors = save.error instanceof ApiError ? save.error.problem.errors : undefined
  const bind = (field: 'name' | 'email' | 'department') => ({
    value: form[field],
    onChange: (value: string) => setForm({ ...form, [field]: value }),
    error: refusalOf(errors, field),
  })
  const canSave = form.name.trim() !== '' && (user !== null || form.email.trim() !== '')
  return (
    <Dialog onClose={onClose} title={user === null ? say('add') : say('changeTitle', { name: user.name })}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (canSave) save.run(form)
        }}
      >
        <TextField label={say('name')} most={200} isFirst isNeeded {...bind('name')} />
        {user === null && <TextField label={say('email')} type="email" most={320} isNeeded {...bind('email')} />}
        <SelectField
          label={say('role')}
          value={form.role}
          onChange={(value) => setForm({ ...form, role: roles.find((role) => role === value) ?? 'member' })}
          options={roles.map((role) => [role, `${say(role)}: ${say(`${role}Text`)}`] as const)}
          error={refusalOf(errors, 'role')}
        />
        <TextField label={say('department')} most={200} {...bind('department')} />
        {save.error && errors === undefined && <ErrorNote error={save.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canSave || save.isPending}>
            {say(user === null ? 'addDo' : 'save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
