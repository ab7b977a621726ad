/**
 * Values of persons that must lie in no dump and no backup in the clear: account numbers, tax numbers, identity papers. Each is ciphertext
 * (AES-256-GCM) under a key of that person's own; the key is wrapped under the house's key, which is not in the database. Who destroys the
 * key has destroyed every value of the person, in every backup too. Place and id are bound to the text, so that nobody who can write to
 * the database can move one person's value to another.
 *
 * A column keeps the id of its value. What people may see of it (the last four) stands beside it in the clear.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { actorText } from '../actor.ts'
import type { Context, House } from '../context.ts'
import { jsonText } from '../database/json.ts'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import type { SealedStore } from './reseal-rows.ts'
import { sealText, unsealText } from './sealed-text.ts'

type Sealer = Pick<House, 'linkKey' | 'organisation'> & Partial<Pick<House, 'formerLinkKeys'>>

export interface ValueToSeal {
  /** Whose: a kind and an id. */
  readonly person: string
  /** Table and column that will point to it: `bank.entry.party_iban`. */
  readonly place: string
  readonly text: string
}

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const placeOfKey = (id: string) => `data key ${id}`

/** The ids under which they lie, in the order given; undefined for who was erased: of them nothing is kept any more. */
export async function sealValues(
  ctx: Context,
  house: Sealer,
  values: readonly ValueToSeal[],
): Promise<readonly (string | undefined)[]> {
  if (values.length === 0) return []
  const keys = await keysOf(ctx, house, [...new Set(values.map(({ person }) => person))].toSorted())
  const rows = values.map(({ person, place, text }) => {
    const found = keys.get(person)
    if (!found) return undefined
    const id = ctx.newId()
    return { id, key_id: found.id, place, value: encrypt(found, `${place} ${id}`, text) }
  })
  ctx.tx.later(sql`
    INSERT INTO host.sealed_value (id, key_id, place, value, sealed_at)
    SELECT r.id, r.key_id, r.place, r.value, ${ctx.now}
    FROM jsonb_to_recordset(${jsonText(rows.filter((row) => row !== undefined))}::jsonb) AS r (id uuid, key_id uuid, place text, value text)`)
  return rows.map((row) => row?.id)
}

/** The value; undefined where it is not there, or its person was erased. Throws where it was sealed for another place, or changed since. */
export async function openValue(
  reader: Pick<Database, 'rows'>,
  house: Sealer,
  { id, place }: { readonly id: string; readonly place: string },
): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ value: string; key_id: string; wrapped: Buffer | null }>`
    SELECT v.value, v.key_id, k.wrapped FROM host.sealed_value v JOIN host.data_key k ON k.id = v.key_id WHERE v.id = ${id}`)
  if (!row?.wrapped) return undefined
  const key = Buffer.from(unsealText(house, placeOfKey(row.key_id), row.wrapped), 'base64')
  return decrypt(key, `${place} ${id}`, row.value)
}

/** Many of one place at once, by their ids; of persons who were erased there is none. */
export async function openValues(
  reader: Pick<Database, 'rows'>,
  house: Sealer,
  { ids, place }: { readonly ids: readonly string[]; readonly place: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; value: string; key_id: string; wrapped: Buffer }>`
    SELECT v.id, v.value, v.key_id, k.wrapped FROM host.sealed_value v JOIN host.data_key k ON k.id = v.key_id
    WHERE v.id = ANY(${ids}::uuid[]) AND k.wrapped IS NOT NULL`)
  const opened = rows.map(({ id, value, key_id, wrapped }): [string, string] => {
    const key = Buffer.from(unsealText(house, placeOfKey(key_id), wrapped), 'base64')
    return [id, decrypt(key, `${place} ${id}`, value)]
  })
  return new Map(opened)
}

/** Destroys the key of a person: nothing that was ever sealed for them can be read again, and nothing will be sealed for them. */
export function erasePerson(ctx: Context, person: string): void {
  ctx.tx.later(sql`
    INSERT INTO host.data_key (id, person, wrapped, made_at, destroyed_at) VALUES (${ctx.newId()}, ${person}, NULL, ${ctx.now}, ${ctx.now})
    ON CONFLICT (person) DO UPDATE SET wrapped = NULL, destroyed_at = ${ctx.now} WHERE data_key.wrapped IS NOT NULL`)
  ctx.tx.later(sql`
    INSERT INTO host.erased_person (person, at, actor) VALUES (${person}, ${ctx.now}, ${actorText(ctx.actor)}) ON CONFLICT DO NOTHING`)
}

interface DataKey {
  readonly id: string
  readonly key: Buffer
}

/** One key a person, whoever makes it: a key that was destroyed is in the way of another for ever. */
async function keysOf(ctx: Context, house: Sealer, persons: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
  const fresh = persons.map((person) => {
    const id = ctx.newId()
    const wrapped = sealText(house, placeOfKey(id), randomBytes(KEY_BYTES).toString('base64'))
    return { id, person, wrapped: wrapped.toString('hex') }
  })
  await ctx.tx.rows(sql`
    INSERT INTO host.data_key (id, person, wrapped, made_at)
    SELECT r.id, r.person, decode(r.wrapped, 'hex'), ${ctx.now}
    FROM jsonb_to_recordset(${jsonText(fresh)}::jsonb) AS r (id uuid, person text, wrapped text) ORDER BY r.person
    ON CONFLICT (person) DO NOTHING`)
  const rows = await ctx.tx.rows(sql<{ id: string; person: string; wrapped: Buffer }>`
    SELECT id, person, wrapped FROM host.data_key WHERE person = ANY(${persons}::text[]) AND wrapped IS NOT NULL`)
  return new Map(
    rows.map(({ id, person, wrapped }) => [
      person,
      { id, key: Buffer.from(unsealText(house, placeOfKey(id), wrapped), 'base64') },
    ]),
  )
}

function encrypt({ id, key }: DataKey, bound: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `enc1:${id}:${iv.toString('base64url')}:${body.toString('base64url')}`
}

function decrypt(key: Buffer, bound: string, value: string): string {
  const [, , iv = '', text = ''] = value.split(':')
  const body = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url')).setAAD(Buffer.from(bound))
  decipher.setAuthTag(body.subarray(body.length - TAG_BYTES))
  return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]).toString('utf8')
}

/** All keys of persons, for a change of the house's secret. */
export const dataKeys: SealedStore = {
  list: async (reader, after, limit) => {
    const rows = await reader.rows(sql<{ id: string; wrapped: Buffer }>`
      SELECT id, wrapped FROM host.data_key WHERE wrapped IS NOT NULL AND id::text > ${after} ORDER BY id::text LIMIT ${limit}`)
    return rows.map(({ id, wrapped }) => ({ key: id, place: placeOfKey(id), sealed: wrapped }))
  },
  replace: (ctx, { key, sealed: before }, sealed) =>
    ctx.tx.later(sql`UPDATE host.data_key SET wrapped = ${sealed} WHERE id = ${key} AND wrapped = ${before}`),
}
