import { unsealText } from '../../../host/auth/sealed-text.ts'
import type { House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'
import { OWNER } from '../domain/roles.ts'
import { secretPlace } from './sealed-places.ts'
import { worksHere } from './who-may-act.ts'

export interface ProviderView {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly domains: string[]
  readonly createsPeople: boolean
  readonly roles: string[]
  readonly passwordsOff: boolean
  readonly addressesVerified: boolean
  readonly enabled: boolean
  /** How many come in by it. */
  readonly people: number
  readonly version: number
}

const columns = fragment`
  p.id, p.name, p.issuer, p.client_id AS "clientId", p.domains, p.creates_people AS "createsPeople", p.roles,
  p.passwords_off AS "passwordsOff", p.addresses_verified AS "addressesVerified", p.enabled, p.version,
  (SELECT count(*)::int FROM people.oidc_link k WHERE k.provider_id = p.id) AS people`

/** All of them, by name: a handful. */
export function listProviders(reader: Pick<Database, 'rows'>): Promise<ProviderView[]> {
  return reader.rows(sql<ProviderView>`SELECT ${columns} FROM people.oidc_provider p ORDER BY lower(p.name), p.id`)
}

/** What the sign-in page offers. */
export function listOfferedProviders(reader: Pick<Database, 'rows'>): Promise<{ id: string; name: string }[]> {
  return reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM people.oidc_provider WHERE enabled ORDER BY lower(name), id`)
}

export interface ProviderClient {
  readonly id: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly domains: readonly string[]
  readonly addressesVerified: boolean
}

/** An enabled one with its secret; undefined for one that is not, or is not there. */
export async function findProviderClient(house: House, id: string): Promise<ProviderClient | undefined> {
  const row = await house.database.row(sql<Omit<ProviderClient, 'clientSecret'> & { sealed: Buffer }>`
    SELECT id, issuer, client_id AS "clientId", domains, addresses_verified AS "addressesVerified",
      client_secret AS sealed
    FROM people.oidc_provider WHERE id = ${id} AND enabled`)
  if (!row) return undefined
  const { sealed, ...rest } = row
  return { ...rest, clientSecret: unsealText(house, secretPlace(id), sealed) }
}

export interface KnownPerson {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly works: boolean
}

export function findPersonBy(
  reader: Pick<Database, 'row'>,
  by: { email: string } | { id: StaffId },
  now: Date,
): Promise<KnownPerson | undefined> {
  const which = 'email' in by ? fragment`s.email = ${by.email}` : fragment`s.id = ${by.id}`
  return reader.row(sql<KnownPerson>`
    SELECT s.id, s.name, s.email, ${worksHere(now)} AS works FROM people.staff s WHERE ${which}`)
}

/**
 * Whether somebody (`people.staff s`) comes in by a provider only. Owners are exempt, so that a provider that is away, or was
 * set up wrongly, locks nobody out of the house itself.
 */
export const passwordIsOff = fragment`(
  EXISTS (SELECT 1 FROM people.oidc_provider p
    WHERE p.enabled AND p.passwords_off AND split_part(s.email, '@', 2) = ANY(p.domains))
  AND NOT EXISTS (SELECT 1 FROM people.staff_role g WHERE g.staff_id = s.id AND g.role_code = ${OWNER}))`
