import { queryOptions } from '@tanstack/react-query'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'

/** The event behind a public name; null where there is none that this person may see. */
export const eventBySlugQuery = (slug: string) =>
  queryOptions({
    queryKey: ['event-by-slug', slug],
    queryFn: async () => (await findAmong(slug, 'true')) ?? (await findAmong(slug, 'false')),
    staleTime: 60_000,
    meta: { isKept: true },
  })

/** Lists hold what is active, or what is archived: a link to either leads to its page. */
async function findAmong(slug: string, isActive: 'true' | 'false'): Promise<Schema<'Event'> | null> {
  try {
    const [event] = await take(api.GET('/events', { params: { query: { slug, is_active: isActive, limit: 1 } } }))
    return event ?? null
  } catch (error) {
    // What cannot be a slug is nobody's.
    if (error instanceof ApiError && error.problem.status === 422) return null
    throw error
  }
}
