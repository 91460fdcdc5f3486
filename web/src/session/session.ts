import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, api, renewal, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from './action.ts'
import { enter, forgetKept } from './kept.ts'

export type Me = Schema<'Me'>

/** Who is signed in. Asked once a visit; where the session ends meanwhile, that very person is asked to come in again. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await take(api.GET('/me'))
    welcome(me)
    return me
  },
  staleTime: 60_000,
  retry: false,
  meta: { isKept: true },
})

/** The person signed in. Only below a route that asks for one. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('nobody is signed in here')
  return data
}

/** Whether the server said who is there since the app was opened. Until then, all there is was kept from before. */
export function useIsConfirmed(): boolean {
  return useQuery(meQuery).dataUpdatedAt >= performance.timeOrigin
}

/** Whether the person may do something; what they may not is not shown, and refused by the server all the same. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}

/**
 * Somebody comes in, or is in still.
 *
 * @returns whether somebody else was in before
 */
export function welcome(me: Me): boolean {
  const isAnother = enter(me.user.id)
  renewal.recognise(me)
  return isAnother
}

/** Forgets everything of the person who was signed in. */
export function useForget(): () => void {
  const client = useQueryClient()
  return () => {
    renewal.forget()
    client.clear()
    forgetKept()
  }
}

/** The way out, here or on every device. Whose session has ended already is out. */
export function useSignOut() {
  const forget = useForget()
  return useAction(
    async (where: 'here' | 'everywhere', headers) => {
      if (where === 'everywhere') return take(api.POST('/auth/sign-out-everywhere', { headers }))
      return take(api.POST('/auth/sign-out', { headers })).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.problem.status === 401)) throw error
      })
    },
    {
      onDone: () => {
        forget()
        location.assign(paths.signIn())
      },
    },
  )
}
