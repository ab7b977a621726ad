import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { readSettings, WrongSettings, type Settings } from '../host/config/settings.ts'
import { assertDurability } from '../host/postgres/launcher.ts'
import { openOwnedRegistry, type OwnedRegistry } from './owned-registry.ts'
import { bold, green, problemsOf, red, say, yellow } from './terminal.ts'

type Verdict = 'good' | 'known' | 'bad'

interface Finding {
  readonly about: string
  readonly verdict: Verdict
  readonly says: string
  readonly remedy?: string
}

const signs: Readonly<Record<Verdict, string>> = { good: green('✓'), known: yellow('!'), bad: red('✗') }

/** The doctor: looks at everything, in the order in which it is needed, and stops at nothing. Answers the exit code. */
export async function examine(environment: NodeJS.ProcessEnv): Promise<number> {
  const findings: Finding[] = []
  const tell = (finding: Finding): void => {
    findings.push(finding)
    say(`${signs[finding.verdict]} ${bold(finding.about.padEnd(12))} ${finding.says}`)
    if (finding.remedy !== undefined) say(`  ${' '.repeat(12)} → ${finding.remedy}`)
  }
  tell(examineNode())
  const settings = examineSettings(environment, tell)
  if (settings) {
    tell(await examineDisk(settings))
    await examineDatabases(settings, tell)
    tell(await examineMail(settings))
  }
  return findings.some(({ verdict }) => verdict === 'bad') ? 1 : 0
}

function examineNode(): Finding {
  return { about: 'Node', verdict: 'good', says: `${process.version} on ${process.platform} ${process.arch}` }
}

function examineSettings(environment: NodeJS.ProcessEnv, tell: (finding: Finding) => void): Settings | undefined {
  try {
    const settings = readSettings(environment)
    tell({ about: 'Settings', verdict: 'good', says: `${settings.publicUrl}, data in ${settings.dataFolder}` })
    return settings
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error
    for (const { message, remedy } of error.problems) tell({ about: 'Settings', verdict: 'bad', says: message, remedy })
    return undefined
  }
}

const GIGABYTE = 2 ** 30

async function examineDisk({ dataFolder }: Settings): Promise<Finding> {
  try {
    const folder = nearestFolder(dataFolder)
    await access(folder, constants.W_OK | constants.X_OK)
    const { bavail, bsize } = await statfs(folder)
    const free = (bavail * bsize) / GIGABYTE
    const says = `${free.toFixed(1)} GB free for ${dataFolder}`
    if (free < 1)
      return { about: 'Disk', verdict: 'bad', says, remedy: 'Free some space: the database needs at least 1 GB.' }
    return { about: 'Disk', verdict: free < 5 ? 'known' : 'good', says }
  } catch (error) {
    const [problem] = problemsOf(error)
    return { about: 'Disk', verdict: 'bad', says: problem?.message ?? '', remedy: problem?.remedy ?? '' }
  }
}

/** The folder itself, or the one in which it would be made. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}

async function examineDatabases(settings: Settings, tell: (finding: Finding) => void): Promise<void> {
  if (isUnmade(settings)) {
    tell({
      about: 'Database',
      verdict: 'known',
      says: 'There is none yet.',
      remedy: 'Run "fondaco start", which makes it.',
    })
    return
  }
  let opened: OwnedRegistry
  try {
    opened = await openOwnedRegistry(settings, () => {}, { onlyLooks: true })
  } catch (error) {
    for (const { message, remedy } of problemsOf(error)) {
      tell({
        about: 'Database',
        verdict: 'bad',
        says: message,
        remedy: remedy || 'See the log folder of the database.',
      })
    }
    return
  }
  try {
    tell(await examineServer(opened))
    const organisations = await opened.registry.list()
    if (organisations.length === 0)
      tell({ about: 'Shop', verdict: 'known', says: 'There is none yet.', remedy: 'Run "fondaco start".' })
    for (const organisation of organisations) {
      const url = opened.registry.ownerUrlOf(organisation)
      for (const finding of await examineOrganisation(url, organisation.slug, opened)) tell(finding)
    }
  } finally {
    await opened.close()
  }
}

function isUnmade({ databaseUrl, databaseAppUrl, dataFolder }: Settings): boolean {
  if (databaseUrl !== undefined || databaseAppUrl !== undefined) return false
  return !existsSync(join(dataFolder, 'cluster')) && !existsSync(join(dataFolder, 'moved-to'))
}

async function examineServer({ ground }: OwnedRegistry): Promise<Finding> {
  return await askingAsApp(ground.appUrl, async (client) => {
    const faults = await assertDurability(client)
    const { rows } = await client.query<{ version: string; lag: number }>(
      `SELECT current_setting('server_version') AS version, extract(epoch FROM clock_timestamp())::float8 AS lag`,
    )
    const version = `PostgreSQL ${rows[0]?.version ?? ''}${ground.postgres ? ', embedded' : ''}`
    if (faults.length > 0) {
      return {
        about: 'Database',
        verdict: 'bad',
        says: `${version}. ${faults.join(' ')}`,
        remedy: 'Turn these on in postgresql.conf and restart it.',
      }
    }
    const apart = Math.abs(Date.now() / 1000 - Number(rows[0]?.lag ?? 0))
    if (apart > 5) {
      return {
        about: 'Clock',
        verdict: 'bad',
        says: `The clocks of this machine and the database differ by ${Math.round(apart)} s.`,
        remedy: 'Let both follow a time server (NTP).',
      }
    }
    return { about: 'Database', verdict: 'good', says: `${version}, keeps what it acknowledges; clocks agree` }
  })
}

const LATE_MINUTES = 5

async function examineOrganisation(url: string, slug: string, { blueprint }: OwnedRegistry): Promise<Finding[]> {
  return await asking(url, async (client) => {
    const { rows: applied } = await client.query<{ key: string }>(
      `SELECT schema_name || '/' || name AS key FROM host.migration`,
    )
    const known = new Set(applied.map(({ key }) => key))
    const pending = blueprint.migrations.filter(({ schema, name }) => !known.has(`${schema}/${name}`)).length
    const { rows } = await client.query<{ dead: number; late: number; kept: number; unsealed: number }>(`
      SELECT (SELECT count(*)::int FROM host.job WHERE state = 'dead') AS dead,
        (SELECT count(*)::int FROM host.job WHERE state = 'ready' AND run_at < now() - interval '${LATE_MINUTES} minutes') AS late,
        (SELECT count(*)::int FROM host.mail WHERE state = 'kept') AS kept,
        (SELECT count(*)::int FROM verify.audit_unsealed WHERE at < now() - interval '1 minute') AS unsealed`)
    const { dead = 0, late = 0, kept = 0, unsealed = 0 } = rows[0] ?? {}
    const findings: Finding[] = []
    if (pending > 0)
      findings.push({
        about: slug,
        verdict: 'bad',
        says: `${pending} migrations are pending.`,
        remedy: 'Run "fondaco migrate", or "fondaco start", which does.',
      })
    if (dead > 0)
      findings.push({
        about: slug,
        verdict: 'known',
        says: `${dead} jobs gave up.`,
        remedy: 'Look at them in the back office under Operations, mend the cause and replay them.',
      })
    if (late > 0)
      findings.push({
        about: slug,
        verdict: 'bad',
        says: `${late} jobs wait for more than ${LATE_MINUTES} minutes.`,
        remedy: 'Start the worker: "fondaco worker", or "fondaco start".',
      })
    if (unsealed > 0)
      findings.push({
        about: slug,
        verdict: 'bad',
        says: `${unsealed} audit rows are unsealed for more than a minute.`,
        remedy: 'Start the worker; it seals them within seconds.',
      })
    if (findings.length === 0)
      findings.push({
        about: slug,
        verdict: 'good',
        says: `up to date, queues empty${kept > 0 ? `, ${kept} mails kept` : ''}`,
      })
    return findings
  })
}

async function askingAsApp(url: string, question: (client: pg.Client) => Promise<Finding>): Promise<Finding> {
  try {
    return await asking(url, question)
  } catch (error) {
    const says = `The role of the application cannot sign in (${error instanceof Error ? error.message : String(error)}).`
    return {
      about: 'Database',
      verdict: 'bad',
      says,
      remedy: 'Run "fondaco migrate", which makes the role and its password.',
    }
  }
}

async function asking<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'fondaco doctor' })
  await client.connect()
  return await question(client).finally(() => client.end())
}

async function examineMail({ smtpUrl }: Settings): Promise<Finding> {
  if (smtpUrl === undefined)
    return { about: 'Mail', verdict: 'known', says: 'No SMTP_URL: mails are kept and can be read in the back office.' }
  const { hostname, port, protocol } = new URL(smtpUrl)
  const reached = await new Promise<boolean>((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
      timeout: 3_000,
    })
    for (const [event, answer] of [
      ['connect', true],
      ['error', false],
      ['timeout', false],
    ] as const) {
      socket.once(event, () => (socket.destroy(), resolve(answer)))
    }
  })
  if (reached) return { about: 'Mail', verdict: 'good', says: `${hostname} takes connections` }
  return {
    about: 'Mail',
    verdict: 'bad',
    says: `${hostname} cannot be reached.`,
    remedy: 'Correct SMTP_URL, or leave it out to keep mails in the back office.',
  }
}
