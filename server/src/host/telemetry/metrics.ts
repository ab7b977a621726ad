import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { sql } from '../database/sql.ts'
import type { Organisations } from '../organisations/organisations.ts'

export interface Metrics {
  readonly contentType: string
  /** Times every answer by route, never by URL: an id in a label would make a series for each. */
  watch(app: FastifyInstance): void
  text(): Promise<string>
}

/** Prometheus' figures of this process, and at each scrape the queues of its organisations. */
export function openMetrics(organisations: Organisations): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'fondaco_request_duration_seconds',
    help: 'Time from the request to its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  gaugePools(registry, organisations)
  gaugeJobs(registry, organisations)
  return {
    contentType: registry.contentType,
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none'
        durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      })
    },
    text: () => registry.metrics(),
  }
}

function gaugePools(registry: Registry, organisations: Organisations): void {
  new Gauge({
    name: 'fondaco_open_pools',
    help: 'Organisations whose connection pool is open.',
    registers: [registry],
    collect() {
      this.set(organisations.openPools)
    },
  })
}

/** Only what waits or failed: finished jobs are kept for days and counting them would read them all. */
function gaugeJobs(registry: Registry, organisations: Organisations): void {
  new Gauge({
    name: 'fondaco_jobs',
    help: 'Jobs by organisation and state.',
    labelNames: ['organisation', 'state'] as const,
    registers: [registry],
    async collect() {
      this.reset()
      for (const house of await organisations.list().catch(() => [])) {
        const rows = await house.database
          .rows(sql<{ state: string; n: bigint }>`
            SELECT state, count(*) AS n FROM host.job WHERE state IN ('ready', 'running', 'dead') GROUP BY state`)
          .catch(() => [])
        for (const { state, n } of rows) this.set({ organisation: house.organisation.slug, state }, Number(n))
      }
    },
  })
}
