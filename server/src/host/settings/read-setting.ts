import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { fitsSetting } from './fits.ts'
import type { SettingDefinition } from './setting.ts'

/** What is in force now: for a transaction whose outcome must agree with the setting, and for work that is rare. */
export async function readSetting<Value>(
  reader: Pick<Database, 'row'>,
  definition: SettingDefinition<Value>,
): Promise<Value> {
  const row = await reader.row(sql<{ value: unknown }>`SELECT value FROM host.setting WHERE key = ${definition.key}`)
  return valueOf(definition, row?.value)
}

function valueOf<Value>(definition: SettingDefinition<Value>, stored: unknown): Value {
  return stored !== undefined && fitsSetting(definition, stored) ? stored : definition.default
}

interface Kept {
  readonly values: ReadonlyMap<string, unknown>
  readonly until: number
}

const FRESH_MS = 2_000
const kept = new WeakMap<object, Kept>()
const asking = new WeakMap<object, Promise<Kept>>()

/**
 * What was in force within the last two seconds, in every process: for what is asked often and harms nobody when it is a
 * moment old. All settings are read at once, so that a page costs one query every two seconds and no more.
 */
export async function recallSetting<Value>(
  database: Pick<Database, 'rows'>,
  definition: SettingDefinition<Value>,
): Promise<Value> {
  const known = kept.get(database)
  const fresh = known && known.until > performance.now() ? known : await readAll(database)
  return valueOf(definition, fresh.values.get(definition.key))
}

function readAll(database: Pick<Database, 'rows'>): Promise<Kept> {
  const under = asking.get(database)
  if (under) return under
  const question = ask(database).finally(() => asking.delete(database))
  asking.set(database, question)
  return question
}

async function ask(database: Pick<Database, 'rows'>): Promise<Kept> {
  // Taken before the question: what changes meanwhile must not look newer than it is.
  const until = performance.now() + FRESH_MS
  const rows = await database.rows(sql<{ key: string; value: unknown }>`SELECT key, value FROM host.setting`)
  const answer = { values: new Map(rows.map(({ key, value }) => [key, value])), until }
  kept.set(database, answer)
  return answer
}
