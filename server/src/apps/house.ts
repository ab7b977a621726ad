import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMigrations, type Migration } from '../host/database/migrate.ts'
import type { Route } from '../host/http/route.ts'
import { loadTranslations, type MessageSource, type Translations } from '../host/i18n/translate.ts'
import type { Subscriptions } from '../host/outbox/emit.ts'
import { gatherFactRules, type FactRules } from '../host/live/fact-rule.ts'
import { gatherMails, type MailDesk } from '../host/mail/mail-desk.ts'
import { sendMail } from '../host/mail/send-mail.ts'
import { hostJobs, type JobDefinition } from '../host/outbox/worker.ts'
import { gatherPlans, type PlansPort } from '../host/plans/plans-port.ts'
import { gatherRecords, type RecordDirectory } from '../host/records/record-directory.ts'
import { taskJob } from '../host/tasks/run-task.ts'
import { hostRefusals } from '../host/refusals.ts'
import { hostSections, type RouteSection } from './host-sections.ts'
import { loadRooms, type Room } from './departments.ts'

/** What the house is made of, before any organisation moves in. */
export interface Blueprint {
  readonly rooms: readonly Room[]
  readonly migrations: readonly Migration[]
  readonly routes: readonly Route[]
  /** Those of them that the host's own mechanisms serve. */
  readonly hostSections: readonly RouteSection[]
  readonly jobs: readonly JobDefinition[]
  readonly subscriptions: Subscriptions
  readonly permissions: ReadonlySet<string>
  readonly refusals: readonly object[]
  readonly translations: Translations
  readonly texts: readonly MessageSource[]
  /** What the departments say about plans: a port of every house. */
  readonly plans: PlansPort
  /** The kinds of record that they declare: a port too. */
  readonly records: RecordDirectory
  /** The kinds of mail that they declare, and who writes them: a port too. */
  readonly mails: MailDesk
  /** Who hears live of what happens. */
  readonly facts: FactRules
}

const sources = fileURLToPath(new URL('..', import.meta.url))

export async function drawBlueprint(onBroken?: (name: string, error: unknown) => void): Promise<Blueprint> {
  const rooms = await loadRooms(onBroken)
  const texts = textsOf(rooms)
  const manifests = rooms.map((room) => room.manifest)
  const ofHost = hostSections(manifests)
  return {
    rooms,
    migrations: migrationsOf(rooms),
    routes: [...ofHost, ...manifests].flatMap(({ routes }) => routes),
    hostSections: ofHost,
    jobs: [
      ...hostJobs,
      sendMail,
      taskJob(manifests.flatMap((manifest) => manifest.tasks ?? [])),
      ...manifests.flatMap((manifest) => manifest.jobs),
    ],
    subscriptions: subscriptionsOf(rooms),
    permissions: new Set(manifests.flatMap((manifest) => manifest.permissions)),
    refusals: [hostRefusals, ...manifests.flatMap((manifest) => manifest.refusals)],
    translations: loadTranslations(texts),
    texts,
    plans: gatherPlans(manifests),
    records: gatherRecords(manifests),
    mails: gatherMails(manifests),
    facts: gatherFactRules(manifests),
  }
}

/** The host's own, then each department's: every file may build on those before it. */
function migrationsOf(rooms: readonly Room[]): Migration[] {
  const host = { schema: 'host', folder: join(sources, 'host', 'migrations') }
  const others = rooms.map(({ manifest, folder }) => ({
    schema: manifest.name.replaceAll('-', '_'),
    folder: join(folder, 'migrations'),
  }))
  return readMigrations([host, ...others])
}

function textsOf(rooms: readonly Room[]) {
  const floors = ['host', 'storefront'].map((name) => ({ namespace: name, folder: join(sources, name, 'locales') }))
  const own = rooms.map(({ manifest, folder }) => ({ namespace: manifest.name, folder: join(folder, 'locales') }))
  return [...floors, ...own].filter(({ folder }) => existsSync(folder))
}

function subscriptionsOf(rooms: readonly Room[]): Subscriptions {
  const kinds = new Set(rooms.flatMap(({ manifest }) => manifest.jobs.map((job) => job.kind)))
  const subscriptions = new Map<string, string[]>()
  for (const { manifest } of rooms) {
    for (const [event, woken] of Object.entries(manifest.subscribers)) {
      const unknown = woken.find((kind) => !kinds.has(kind))
      if (unknown) throw new Error(`${manifest.name} wakes ${unknown} on ${event}, and no manifest lists that job.`)
      subscriptions.set(event, [...(subscriptions.get(event) ?? []), ...woken])
    }
  }
  return subscriptions
}
