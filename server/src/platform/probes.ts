import { z } from 'zod'
import type { App } from './http.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './http.ts'
import { Problem } from './problem.ts'
import { anybody } from './roles.ts'

const config = { ...anybody, isProbe: true }
const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

/** What machines ask: is it alive, can it work, how is it doing? */
export function probeRoutes(app: App, metrics: Metrics, isDraining: () => boolean): void {
  app.get(
    '/healthz',
    {
      config,
      schema: {
        operationId: 'getHealth',
        tags: ['probes'],
        summary: 'Is the process alive?',
        response: { 200: health },
        refusals: [],
      },
    },
    () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    {
      config,
      schema: {
        operationId: 'getReadiness',
        tags: ['probes'],
        summary: 'Does the database answer, and does the server take requests?',
        response: { 200: health },
        refusals: ['UNAVAILABLE'],
      },
    },
    async (_request, reply) => {
      if (isDraining()) return sendProblem(reply, new Problem('UNAVAILABLE', 'The server is stopping.', {}, 5)) as never
      try {
        await app.db.ping()
      } catch {
        return sendProblem(reply, new Problem('UNAVAILABLE', 'The database does not answer.', {}, 2)) as never
      }
      return { status: 'ok' as const }
    },
  )

  app.get(
    '/metrics',
    {
      config,
      schema: {
        operationId: 'getMetrics',
        tags: ['probes'],
        summary: 'Figures for Prometheus',
        refusals: [],
      },
    },
    async (_request, reply) => {
      reply.type(metrics.registry.contentType)
      return reply.send(await metrics.registry.metrics())
    },
  )
}
