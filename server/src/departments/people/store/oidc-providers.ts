import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { ProviderTerms } from '../domain/oidc-provider.ts'
import { refusals } from '../domain/refusals.ts'

const meanings = { refusals: { oidc_provider_name: () => refusals.provider_name_taken({ field: 'name' }) } }

export interface NewProvider extends ProviderTerms {
  readonly id: string
  readonly issuer: string
  readonly sealedSecret: Buffer
}

export function insertProvider(ctx: Context, provider: NewProvider): void {
  ctx.tx.later(
    sql`
      INSERT INTO people.oidc_provider (id, name, issuer, client_id, client_secret, domains, creates_people, roles, passwords_off,
        addresses_verified, enabled, created_at)
      VALUES (${provider.id}, ${provider.name}, ${provider.issuer}, ${provider.clientId}, ${provider.sealedSecret},
        ${provider.domains}::text[], ${provider.createsPeople}, ${provider.roles}::text[], ${provider.passwordsOff},
        ${provider.addressesVerified}, ${provider.enabled}, ${ctx.now})`,
    meanings,
  )
}

/** Without `sealedSecret` the one that is there stays. */
export function updateProvider(ctx: Context, id: string, terms: ProviderTerms, sealedSecret?: Buffer): void {
  ctx.tx.later(
    sql`
      UPDATE people.oidc_provider SET name = ${terms.name}, client_id = ${terms.clientId}, domains = ${terms.domains}::text[],
        creates_people = ${terms.createsPeople}, roles = ${terms.roles}::text[], passwords_off = ${terms.passwordsOff},
        addresses_verified = ${terms.addressesVerified}, enabled = ${terms.enabled}, client_secret = coalesce(${sealedSecret ?? null}::bytea, client_secret), version = version + 1
      WHERE id = ${id}`,
    meanings,
  )
}

export interface LockedProvider extends ProviderTerms {
  readonly id: string
  readonly version: number
  readonly issuer: string
}

/** Also taken by whoever comes in through it for the first time: of two browsers at once one makes the person. */
export function lockProvider(tx: Transaction, id: string): Promise<LockedProvider | undefined> {
  return tx.row(sql<LockedProvider>`
    SELECT id, version, issuer, name, client_id AS "clientId", domains, creates_people AS "createsPeople", roles,
      passwords_off AS "passwordsOff", addresses_verified AS "addressesVerified", enabled
    FROM people.oidc_provider WHERE id = ${id} FOR UPDATE`)
}
