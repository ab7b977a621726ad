import type { FastifyInstance } from 'fastify'
import type { Settings } from '../host/config/settings.ts'
import { openLog } from '../host/log/log.ts'
import { openMetrics } from '../host/telemetry/metrics.ts'
import { mountTelemetry } from '../host/telemetry/mount-telemetry.ts'
import { openReadiness } from '../host/telemetry/readiness.ts'
import { layFoundations } from './foundations.ts'
import { refuseCareless } from './ground.ts'
import { openHouses } from './open-houses.ts'
import { endProcess, openLife, tellReady } from './process-life.ts'
import { buildHouseServer } from './server.ts'
import { Problem, progress } from './terminal.ts'

/** Serves until asked to end: then it takes no more requests, finishes those under way, and closes its pools. */
export async function runApi(settings: Settings): Promise<never> {
  const life = openLife()
  const { ground, blueprint } = await layFoundations(settings, progress)
  if (!process.send) await refuseCareless(ground.appUrl)
  const log = openLog({
    level: settings.logLevel,
    name: 'api',
    destination: settings.logFile === '-' ? 1 : settings.logFile,
  })
  const organisations = openHouses({ settings, ground, blueprint, log, applicationName: 'fondaco api' })
  const metrics = openMetrics(organisations)
  const readiness = openReadiness(organisations, blueprint.migrations)
  const app = buildHouseServer({
    blueprint,
    findHouse: (hostName) => organisations.findByHost(hostName),
    log,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    dataFolder: settings.dataFolder,
    mountTelemetry: (server) => mountTelemetry(server, { metrics, readiness, metricsToken: settings.metricsToken }),
  })
  await listen(app, settings)
  log.info('listening', { port: settings.port, pid: process.pid })
  tellReady()
  if (!process.send) progress(`The API listens at ${settings.publicUrl} (${settings.host}:${settings.port}).`)
  await life.asked
  log.info('stopping', { pid: process.pid })
  return endProcess(0, [() => app.close(), () => organisations.close()])
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw portProblem(error, host, port) ?? error
  }
}

export function portProblem(error: unknown, host: string, port: number): Problem | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new Problem(`Port ${port} may not be used by this account.`, 'Choose a port above 1023, such as PORT=4000.')
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Problem(`${host} is not an address of this machine.`, 'Set HOST to 127.0.0.1 or 0.0.0.0.')
  }
  return undefined
}
