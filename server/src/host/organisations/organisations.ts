import type { Fittings, House, Organisation, Ports } from '../context.ts'
import { isDatabaseAway } from '../database/errors.ts'
import { openDatabase, type Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { atDatabase } from './address.ts'
import { ConnectionBudget, LazyDatabase } from './lazy-database.ts'

export interface OrganisationsOptions extends Fittings {
  /** The registry's address, as the application role. */
  readonly appUrl: string
  /** Most connections of this process, over all organisations. */
  readonly connections: number
  readonly applicationName: string
  /** The services outside that an organisation may use: a demo gets stand-ins that a live shop must never meet. */
  readonly portsFor?: (organisation: Organisation) => Ports
}

export interface Organisations {
  /** The house behind a host name (lower case, no port); undefined when nobody registered it. */
  findByHost(hostName: string): Promise<House | undefined>
  list(): Promise<readonly House[]>
  readonly registry: Database
  readonly openPools: number
  close(): Promise<void>
}

interface OrganisationRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
  readonly database_name: string
}

/** What people type on the machine itself; they mean the demo. */
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
const FRESH_MS = 3_000
const REMEMBERED_NAMES = 10_000
const REGISTRY_CONNECTIONS = 2
const CONNECTIONS_PER_ORGANISATION = 10

/**
 * The organisations of this server, seen by a running process: host name -> house. Answers are remembered for seconds, so
 * that a new name works soon and a page costs no look-up; a house stays the same object for as long as the process lives.
 */
export function openOrganisations(options: OrganisationsOptions): Organisations {
  const { appUrl, applicationName } = options
  const registry = openDatabase({
    url: appUrl,
    max: REGISTRY_CONNECTIONS,
    applicationName: `${applicationName} registry`,
  })
  const budget = new ConnectionBudget(options.connections - REGISTRY_CONNECTIONS, CONNECTIONS_PER_ORGANISATION)
  const houses = new Map<string, House & { readonly database: LazyDatabase }>()
  const names = new Map<string, { readonly house: House | undefined; readonly until: number }>()

  function houseOf(row: OrganisationRow): House {
    const known = houses.get(row.id)
    const { id, slug, name, demo } = row
    if (known && known.organisation.name === name && known.organisation.demo === demo) return known
    const organisation: Organisation = Object.freeze({ id, slug, name, demo })
    const database =
      known?.database ?? new LazyDatabase(atDatabase(appUrl, row.database_name), budget, `${applicationName} ${slug}`)
    const { clock, log, subscriptions, translations, linkKey, formerLinkKeys = [], publicUrl } = options
    const ports = options.portsFor?.(organisation) ?? {}
    const fittings: Fittings = { clock, log, subscriptions, translations, linkKey, formerLinkKeys, publicUrl }
    const house = Object.freeze({ organisation, database, ports, ...fittings })
    houses.set(id, house)
    return house
  }

  async function lookUp(hostName: string): Promise<House | undefined> {
    const row = await findRow(registry, hostName)
    return row && houseOf(row)
  }

  async function findByHost(hostName: string): Promise<House | undefined> {
    const now = performance.now()
    const remembered = names.get(hostName)
    if (remembered && remembered.until > now) return remembered.house
    const house = await lookUp(hostName).catch((error: unknown) => {
      // With the database away a name still means what it meant: its house can say what is the matter.
      if (remembered?.house && isDatabaseAway(error)) return remembered.house
      throw error
    })
    if (names.size >= REMEMBERED_NAMES) names.clear()
    names.set(hostName, { house, until: now + FRESH_MS })
    return house
  }

  let all: { readonly houses: readonly House[]; readonly until: number } | undefined
  async function list(): Promise<readonly House[]> {
    if (all && all.until > performance.now()) return all.houses
    const rows = await registry.rows(sql<OrganisationRow>`
      SELECT id, slug, name, demo, database_name FROM registry.organisation ORDER BY created_at, id`)
    all = { houses: rows.map(houseOf), until: performance.now() + FRESH_MS }
    return all.houses
  }

  return {
    findByHost,
    list,
    registry,
    get openPools() {
      return budget.openPools
    },
    async close() {
      await Promise.all([registry.close(), ...[...houses.values()].map((house) => house.database.close())])
    },
  }
}

async function findRow(registry: Database, hostName: string): Promise<OrganisationRow | undefined> {
  const registered = await registry.row(sql<OrganisationRow>`
    SELECT o.id, o.slug, o.name, o.demo, o.database_name
    FROM registry.host_name h JOIN registry.organisation o ON o.id = h.organisation_id WHERE h.name = ${hostName}`)
  if (registered || !LOCAL_NAMES.has(hostName)) return registered
  return await registry.row(sql<OrganisationRow>`
    SELECT id, slug, name, demo, database_name FROM registry.organisation WHERE demo ORDER BY created_at, id LIMIT 1`)
}
