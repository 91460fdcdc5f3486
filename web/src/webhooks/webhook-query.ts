import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'

export type Endpoint = Schema<'WebhookEndpoint'>
export type WebhookEvent = Endpoint['events'][number]
export type Delivery = Schema<'WebhookDelivery'>
export type DeliveryStatus = Delivery['status']
export const deliveryStatuses = ['WAITING', 'FAILED', 'DONE'] as const satisfies DeliveryStatus[]

const key = ['webhooks'] as const
const PAGE = 50
/** What waits goes out within seconds: so often one looks, in milliseconds. */
const LOOK_AGAIN_MS = 3_000

export const endpointsQuery = infiniteQueryOptions({
  queryKey: [...key, 'list'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    takePage(
      api.GET('/webhook-endpoints', {
        params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
      }),
    ),
  getNextPageParam: (page) => page.next,
})

export const endpointQuery = (endpointId: string) =>
  queryOptions({
    queryKey: [...key, 'endpoint', endpointId],
    queryFn: () => take(api.GET('/webhook-endpoints/{endpoint_id}', pathOf(endpointId))),
  })

export const deliveriesQuery = (endpointId: string, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: [...key, 'deliveries', endpointId, status],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/webhook-endpoints/{endpoint_id}/deliveries', {
          params: {
            path: { endpoint_id: endpointId },
            query: {
              limit: PAGE,
              ...(status === undefined ? {} : { status }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
    // While something is due now, what becomes of it is read again.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isDue) ? LOOK_AGAIN_MS : false),
  })

export const deliveryQuery = (endpointId: string, deliveryId: string) =>
  queryOptions({
    queryKey: [...key, 'delivery', deliveryId],
    queryFn: () =>
      take(
        api.GET('/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}', {
          params: { path: { endpoint_id: endpointId, delivery_id: deliveryId } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isDue(state.data) ? LOOK_AGAIN_MS : false),
  })

function isDue({ status, next_attempt_at: next }: Pick<Delivery, 'status' | 'next_attempt_at'>): boolean {
  return status === 'WAITING' && next !== null && Date.parse(next) < Date.now() + LOOK_AGAIN_MS
}

function pathOf(endpointId: string) {
  return { params: { path: { endpoint_id: endpointId } } }
}

/** Reads everything of webhooks again. */
function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: key })
}

type Saved = { endpointId: string | undefined; body: Schema<'NewWebhookEndpoint'> }

/** Adds an endpoint, or changes one; only what is new has its secret in the answer. */
export function useSaveEndpoint(onDone: (secret: string | undefined) => void) {
  const refresh = useRefresh()
  return useAction(
    async ({ endpointId, body }: Saved, headers): Promise<string | undefined> => {
      if (endpointId === undefined) return (await take(api.POST('/webhook-endpoints', { body, headers }))).secret
      await take(api.PUT('/webhook-endpoints/{endpoint_id}', { ...pathOf(endpointId), body, headers }))
      return undefined
    },
    {
      onDone: (secret) => {
        refresh()
        onDone(secret)
      },
    },
  )
}

export type EndpointAct = 'pause' | 'resume' | 'test' | 'remove'

/** What is done with an endpoint at one press. */
export function useEndpointAct(endpointId: string, onDone: (act: EndpointAct) => void) {
  const refresh = useRefresh()
  return useAction(
    async (act: EndpointAct, headers): Promise<void> => {
      const given = { ...pathOf(endpointId), headers }
      if (act === 'pause') await take(api.POST('/webhook-endpoints/{endpoint_id}/pause', given))
      if (act === 'resume') await take(api.POST('/webhook-endpoints/{endpoint_id}/resume', given))
      if (act === 'test') await take(api.POST('/webhook-endpoints/{endpoint_id}/test', given))
      if (act === 'remove') await take(api.DELETE('/webhook-endpoints/{endpoint_id}', given))
    },
    {
      onDone: (_, act) => {
        refresh()
        onDone(act)
      },
    },
  )
}

export function useRotate(endpointId: string) {
  const refresh = useRefresh()
  return useAction(
    (body: Schema<'SecretRotation'>, headers) =>
      take(api.POST('/webhook-endpoints/{endpoint_id}/rotate-secret', { ...pathOf(endpointId), body, headers })),
    { onDone: refresh },
  )
}

export function useReplay(endpointId: string, deliveryId: string, onDone: () => void) {
  const refresh = useRefresh()
  return useAction(
    (_: 'again', headers) =>
      take(
        api.POST('/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/replay', {
          params: { path: { endpoint_id: endpointId, delivery_id: deliveryId } },
          headers,
        }),
      ),
    {
      onDone: () => {
        refresh()
        onDone()
      },
    },
  )
}
