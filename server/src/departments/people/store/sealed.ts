import type { SealedStore } from '../../../host/auth/reseal-rows.ts'
import { sql } from '../../../host/database/sql.ts'
import { secretPlace, totpPlace } from '../queries/sealed-places.ts'

interface Row {
  readonly id: string
  readonly sealed: Buffer
}

const ZERO = '00000000-0000-0000-0000-000000000000'

/** Seeds of the apps that show codes. */
export const sealedTotp: SealedStore = {
  list: async (reader, after, limit) => {
    const rows = await reader.rows(sql<Row>`
      SELECT staff_id::text AS id, secret AS sealed FROM people.totp WHERE staff_id > ${after || ZERO}::uuid
      ORDER BY staff_id LIMIT ${limit}`)
    return rows.map(({ id, sealed }) => ({ key: id, place: totpPlace(id), sealed }))
  },
  replace: (ctx, { key, sealed: before }, sealed) =>
    ctx.tx.later(sql`UPDATE people.totp SET secret = ${sealed} WHERE staff_id = ${key} AND secret = ${before}`),
}

/** What the house says to providers of sign-in. */
export const sealedProviders: SealedStore = {
  list: async (reader, after, limit) => {
    const rows = await reader.rows(sql<Row>`
      SELECT id::text, client_secret AS sealed FROM people.oidc_provider WHERE id > ${after || ZERO}::uuid
      ORDER BY id LIMIT ${limit}`)
    return rows.map(({ id, sealed }) => ({ key: id, place: secretPlace(id), sealed }))
  },
  replace: (ctx, { key, sealed: before }, sealed) =>
    ctx.tx.later(
      sql`UPDATE people.oidc_provider SET client_secret = ${sealed} WHERE id = ${key} AND client_secret = ${before}`,
    ),
}
