import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { MACHINE_PROVIDER } from '../domain/machine-translator.ts'

type Reader = Pick<Database, 'row'>

export interface MachineSettings {
  readonly enabled: boolean
  readonly address: string
  readonly sealedKey: Buffer | null
  readonly monthlyCharacters: number
  /** 0 before anybody set it up. */
  readonly version: number
}

const NONE: MachineSettings = { enabled: false, address: '', sealedKey: null, monthlyCharacters: 100_000, version: 0 }

/** To what row the key is bound: moved to another, it does not open. */
export const MACHINE_KEY_PLACE = `catalog.machine_translator ${MACHINE_PROVIDER}`

export async function readMachineSettings(reader: Reader): Promise<MachineSettings> {
  const row = await reader.row(sql<MachineSettings>`
    SELECT enabled, address, sealed_key AS "sealedKey", monthly_characters AS "monthlyCharacters", version
    FROM catalog.machine_translator WHERE provider = ${MACHINE_PROVIDER}`)
  return row ?? NONE
}

export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7)

/** What was sent in the month of an instant. */
export async function readMachineUse(reader: Reader, instant: Date): Promise<number> {
  const row = await reader.row(sql<{ characters: bigint }>`
    SELECT characters FROM catalog.machine_use WHERE month = ${monthOf(instant)}`)
  return Number(row?.characters ?? 0n)
}
