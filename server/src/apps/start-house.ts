import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../host/config/settings.ts'
import { openLog, type Log } from '../host/log/log.ts'
import { openRegistry, type RegisteredOrganisation, type Registry } from '../host/organisations/registry.ts'
import { portProblem } from './api.ts'
import { buildScreens } from './build-screens.ts'
import { openGround, ownerUrlOf, refuseCareless, type Ground } from './ground.ts'
import { layFoundations } from './foundations.ts'
import type { Blueprint } from './house.ts'
import { prepareOrganisations } from './prepare-organisations.ts'
import { devpayKeys } from './ports.ts'
import { endProcess, openLife } from './process-life.ts'
import { holdDataFolder } from './single-start.ts'
import { superviseChild, type ChildPlan, type SupervisedChild } from './supervised-child.ts'
import { bold, cyan, dim, green, progress, say, yellow } from './terminal.ts'

const DEMO = { slug: 'demo', name: 'Bottega Laguna', demo: true }
const ourProgram = fileURLToPath(new URL('../../bin/fondaco.mjs', import.meta.url))
const providerProgram = fileURLToPath(import.meta.resolve('../providers/payment/main.ts'))

/**
 * `fondaco start`: database, migrations, demo, screens, then the processes of the house, kept running until asked to end.
 * It holds the data folder, and knows the owner's password; the processes that serve get the application role's alone.
 */
export async function startHouse(settings: Settings): Promise<never> {
  const life = openLife()
  holdDataFolder(settings.dataFolder, settings.publicUrl)
  await refuseTakenPorts(settings)
  const log = openLog({
    level: settings.logLevel,
    name: 'start',
    destination: settings.logFile === '-' ? 1 : settings.logFile,
  })
  const { ground, blueprint } = await layFoundations(settings, progress)
  const stage: Stage = { settings, ground, blueprint, log, children: [] }
  try {
    const link = await makeReady(stage)
    await startChildren(stage)
    summarise(settings, link)
  } catch (error) {
    await closeStage(stage)
    throw error
  }
  const watching = watchDatabase(stage)
  await life.asked
  say(dim('Closing.'))
  watching.stop()
  return endProcess(0, [() => closeStage(stage)])
}

interface Stage {
  readonly settings: Settings
  readonly blueprint: Blueprint
  readonly log: Log
  ground: Ground
  children: SupervisedChild[]
}

async function closeStage({ children, ground }: Stage): Promise<void> {
  await Promise.all(children.map((child) => child.stop()))
  await ground.postgres?.stop()
}

/** Answers the single-use link for the first sign-in, while nobody has a password yet. */
async function makeReady({ settings, ground, blueprint, log }: Stage): Promise<string | undefined> {
  const { makesAppRole } = ground
  const ownerUrl = ownerUrlOf(ground)
  const screens = buildScreens(progress)
  const registry = await openRegistry({
    ownerUrl,
    migrations: blueprint.migrations,
    onProgress: progress,
    makesAppRole,
  })
  const organisations = await openOrganisationsOf(registry)
  await refuseCareless(ground.appUrl)
  const link = await prepareOrganisations({ settings, ground, blueprint, log, organisations })
  await screens
  return link
}

async function openOrganisationsOf(registry: Registry): Promise<RegisteredOrganisation[]> {
  const known = await registry.list()
  if (known.length === 0) {
    progress('Making the demo organisation.')
    return [await registry.create(DEMO)]
  }
  const applied = await registry.migrateAll()
  if (applied > 0) progress(`${applied} ${applied === 1 ? 'migration' : 'migrations'} applied.`)
  return known
}

async function startChildren(stage: Stage): Promise<void> {
  stage.children = plansOf(stage).map((plan) =>
    superviseChild(plan, stage.log, (sentence) => progress(yellow(sentence))),
  )
  await Promise.all(stage.children.map((child) => child.ready))
}

function plansOf({ settings, ground }: Stage): ChildPlan[] {
  // The processes that serve never learn the owner's address.
  const compiled = join(settings.dataFolder, 'compiled')
  const env = {
    ...process.env,
    DATABASE_URL: '',
    DATABASE_APP_URL: ground.appUrl,
    NODE_COMPILE_CACHE: compiled,
  }
  const own = ['api', 'worker'].map((name) => ({ name, script: ourProgram, args: [name], env }))
  return wantsDevpay(settings) ? [...own, devpayPlan(settings, ground)] : own
}

/** The provider refuses production by itself; a house in production goes without it. */
function wantsDevpay({ paymentProvider }: Settings): boolean {
  return paymentProvider === 'devpay' && process.env['NODE_ENV'] !== 'production'
}

function devpayPlan({ devpayPort, dataFolder, port }: Settings, { secret }: Ground): ChildPlan {
  const { apiKey, webhookSecret } = devpayKeys(secret)
  const env = {
    PATH: process.env['PATH'],
    PORT: String(devpayPort),
    DEVPAY_DATA: `${dataFolder}/devpay`,
    DEVPAY_API_KEY: apiKey,
    DEVPAY_WEBHOOK_SECRET: webhookSecret,
    DEVPAY_WEBHOOK_URL: `http://127.0.0.1:${port}/api/payments/webhooks/devpay`,
  }
  return { name: 'payment provider', script: providerProgram, args: [], env }
}

/** Before the database is woken: a taken port is the commonest reason not to start, and is told within a second. */
async function refuseTakenPorts(settings: Settings): Promise<void> {
  await tryPort(settings.host, settings.port)
  if (wantsDevpay(settings)) await tryPort('127.0.0.1', settings.devpayPort)
}

async function tryPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portProblem(error, host, port) ?? error))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
}

/** An embedded database that ends is started again; where it had to move, the processes follow it. */
function watchDatabase(stage: Stage): { stop(): void } {
  let watching = stage.ground.postgres !== undefined
  void (async () => {
    while (watching) {
      await stage.ground.postgres?.whenGone()
      if (!watching) return
      progress(yellow('The database ended; starting it again.'))
      stage.log.error('database.ended')
      const before = stage.ground.appUrl
      const ground = await openGround(stage.settings).catch((error: unknown) =>
        stage.log.error('database.unstartable', { error: String(error) }),
      )
      if (!ground) await new Promise((resolve) => setTimeout(resolve, 2_000))
      else {
        stage.ground = ground
        if (ground.appUrl !== before) await restartChildren(stage)
      }
    }
  })()
  return { stop: () => void (watching = false) }
}

async function restartChildren(stage: Stage): Promise<void> {
  await Promise.all(stage.children.map((child) => child.stop()))
  await startChildren(stage)
}

function summarise({ publicUrl, logFile }: Settings, link: string | undefined): void {
  const line = (name: string, url: string) => say(`  ${name.padEnd(12)} ${cyan(url)}`)
  say()
  say(`  ${green('●')} ${bold('Fondaco is open')}`)
  say()
  line('Storefront', `${publicUrl}/`)
  line('Back office', `${publicUrl}/office`)
  line('API', `${publicUrl}/reference`)
  if (link !== undefined) {
    say()
    say(`  ${bold('First sign-in')}: open this link once, within the hour, and choose a password.`)
    say(`  ${cyan(link)}`)
  }
  say()
  say(dim(`  Log: ${logFile === '-' ? 'this terminal' : logFile}. Ctrl-C closes the house.`))
  say()
}
