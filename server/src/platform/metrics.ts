import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { App } from './http.ts'

/** What is measured for Prometheus. Labels are routes and states, never people. */
export type Metrics = { registry: Registry; batchSize: Histogram; decisions: Counter<'outcome'> }

export function createMetrics(waiting: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'allot_queue_waiting',
    help: 'Requests waiting for their turn at an event',
    registers: [registry],
    collect() {
      this.set(waiting())
    },
  })
  return {
    registry,
    batchSize: new Histogram({
      name: 'allot_batch_size',
      help: 'Requests decided in one transaction',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
      registers: [registry],
    }),
    decisions: new Counter({
      name: 'allot_decisions_total',
      help: 'Answers given, by HTTP status',
      labelNames: ['outcome'],
      registers: [registry],
    }),
  }
}

/** Measures every request by its route. */
export function measureRequests(app: App, { registry }: Metrics): void {
  const seconds = new Histogram({
    name: 'allot_http_request_seconds',
    help: 'Time from the first byte to the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  // There are as many as routes and statuses; looking one up among the labels costs more than counting.
  const counted = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>()
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.config.isStream) return done()
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    const name = `${method} ${route} ${reply.statusCode}`
    const histogram = counted.get(name) ?? seconds.labels({ method, route, status: String(reply.statusCode) })
    counted.set(name, histogram)
    histogram.observe(reply.elapsedTime / 1000)
    done()
  })
}
