import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from './metrics.ts'
import type { Readiness } from './readiness.ts'

export interface TelemetryOptions {
  readonly metrics: Metrics
  readonly readiness: () => Promise<Readiness>
  /** Bearer token of /metrics; undefined lets this machine alone ask. */
  readonly metricsToken: string | undefined
}

const config = { anyHost: true } as const

/** /healthz: the process lives. /readyz: it can serve. /metrics: its figures. All three under any host name. */
export function mountTelemetry(app: FastifyInstance, { metrics, readiness, metricsToken }: TelemetryOptions): void {
  metrics.watch(app)
  app.get('/healthz', { config }, async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'alive' })
  })
  app.get('/readyz', { config }, async (_request, reply) => {
    const { ready, reason } = await readiness()
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store')
    if (!ready) reply.header('retry-after', 2)
    return reply.send({ status: ready ? 'ready' : 'not ready', ...(reason ? { reason } : {}) })
  })
  app.get('/metrics', { config }, async (request, reply) => {
    if (!mayRead(request, metricsToken)) return reply.callNotFound()
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text())
  })
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return sameText(request.headers.authorization ?? '', `Bearer ${token}`)
  // A proxy on this machine makes everybody look local; its header gives it away.
  const proxied = request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined
  return !proxied && /^(127\.|::1$|::ffff:127\.)/.test(request.ip)
}

function sameText(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)]
  return left.length === right.length && timingSafeEqual(left, right)
}
