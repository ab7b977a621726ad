import { sealAudit } from '../host/audit/seal.ts'
import type { Settings } from '../host/config/settings.ts'
import { isDatabaseAway } from '../host/database/errors.ts'
import { openLog, type Log } from '../host/log/log.ts'
import type { Organisations } from '../host/organisations/organisations.ts'
import { startWorker } from '../host/outbox/worker.ts'
import { layFoundations } from './foundations.ts'
import { refuseCareless } from './ground.ts'
import { openHouses } from './open-houses.ts'
import { endProcess, openLife, tellReady } from './process-life.ts'
import { progress } from './terminal.ts'

const SEAL_EVERY_MS = 5_000

/** Works off jobs, keeps the clocks of recurring ones, and seals the audit trail, until asked to end. */
export async function runWorker(settings: Settings): Promise<never> {
  const life = openLife()
  const { ground, blueprint } = await layFoundations(settings, progress)
  if (!process.send) await refuseCareless(ground.appUrl)
  const log = openLog({
    level: settings.logLevel,
    name: 'worker',
    destination: settings.logFile === '-' ? 1 : settings.logFile,
  })
  const organisations = openHouses({ settings, ground, blueprint, log, applicationName: 'fondaco worker' })
  const worker = startWorker(() => organisations.list(), blueprint.jobs)
  const sealer = startSealer(organisations, log)
  log.info('working', { pid: process.pid })
  tellReady()
  if (!process.send) progress('The worker works.')
  await life.asked
  log.info('stopping', { pid: process.pid })
  return endProcess(0, [() => worker.stop(), () => sealer.stop(), () => organisations.close()])
}

/**
 * The sealer goes by a timer of its own, not through the queue: the queue's jobs are audited themselves, and a full or stuck
 * queue must not leave the trail open.
 */
export function startSealer(organisations: Pick<Organisations, 'list'>, log: Log) {
  let round = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => sealAll(organisations, log))
  }, SEAL_EVERY_MS)
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await round
    },
  }
}

async function sealAll(organisations: Pick<Organisations, 'list'>, log: Log): Promise<void> {
  for (const house of await organisations.list().catch(() => [])) {
    try {
      // Batch after batch, so that a burst is sealed in one round.
      while ((await sealAudit(house.database)) > 0) continue
    } catch (error) {
      if (!isDatabaseAway(error))
        log.error('audit.unsealed', { organisation: house.organisation.slug, error: String(error) })
    }
  }
}
