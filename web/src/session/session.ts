import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'

export type Me = Schema<'Me'>

/** Who is signed in. Asked once a visit; a 401 anywhere asks again. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => take(api.GET('/me')),
  staleTime: 60_000,
  retry: false,
})

/** The person signed in. Only below a route that asks for one. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('nobody is signed in here')
  return data
}

/** Whether the person may do something; what they may not is not shown, and refused by the server all the same. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}

/** Forgets everything of the person who was signed in. */
export function useForget(): () => void {
  const client = useQueryClient()
  return () => client.clear()
}
