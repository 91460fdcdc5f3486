import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconDots } from '@tabler/icons-react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { useMe } from '../session/session.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { useTell } from '../ui/Dialog.tsx'
import { usePeopleWords } from './words.ts'

type Props = { user: Schema<'User'>; onChange: () => void; onLink: () => void }

export function PersonRow({ user, onChange, onLink }: Props) {
  const say = usePeopleWords()
  const tell = useTell()
  const me = useMe()
  const client = useQueryClient()
  const letIn = useAction(
    (is_active: boolean, headers) =>
      take(api.PUT('/users/{user_id}', { params: { path: { user_id: user.id } }, body: { is_active }, headers })),
    {
      onDone: ({ is_active: isIn, name }) => {
        void client.invalidateQueries({ queryKey: ['users'] })
        tell(say(isIn ? 'unlocked' : 'locked', { name }))
      },
    },
  )
  return (
    <>
      <tr className={user.is_active ? undefined : 'off'}>
        <td className="tr" title={user.name}>
          <b>{user.name}</b> {user.id === me.user.id && <span className="dim">({say('you')})</span>}
        </td>
        <td className="tr mut" title={user.email}>
          {user.email}
        </td>
        <td>{say(user.role)}</td>
        <td className="tr mut" title={user.department ?? undefined}>
          {user.department}
        </td>
        <td>
          <span className="st">
            <Mark kind={user.is_active ? 'approved' : 'rejected'} />
            {say(user.is_active ? 'active' : 'inactive')}
          </span>
        </td>
        <td className="r">
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="btn q sm" aria-label={say('actions', { name: user.name })}>
                <IconDots className="ic" aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onChange}>{say('change')}</Menu.Item>
              {user.is_active && <Menu.Item onClick={onLink}>{say('link')}</Menu.Item>}
              {user.is_active ? (
                <Menu.Item color="var(--danger)" onClick={() => letIn.run(false)}>
                  {say('lock')}
                </Menu.Item>
              ) : (
                <Menu.Item onClick={() => letIn.run(true)}>{say('unlock')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </td>
      </tr>
      {letIn.error && (
        <tr>
          <td colSpan={6}>
            <ErrorNote error={letIn.error} />
          </td>
        </tr>
      )}
    </>
  )
}
