import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'
import type { components, paths } from './api.gen.ts'

/** The schemas of the API by name: `Schema<'Event'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

export type ApiClient = Client<paths>

/**
 * A typed client of the API.
 *
 * @param options where it is, and with which key; in a browser both are left out: same place, by cookie
 */
export function createApiClient(
  options: { baseUrl?: string; apiKey?: string; fetch?: (request: Request) => Promise<Response> } = {},
): ApiClient {
  return createClient<paths>({
    baseUrl: options.baseUrl ?? '',
    ...(options.apiKey === undefined ? {} : { headers: { authorization: `Bearer ${options.apiKey}` } }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  })
}
