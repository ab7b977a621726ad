import { runCommand, system, type House } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listEntities } from '../../organisation/index.ts'
import type { VatAnswer } from '../domain/vat-directory.ts'
import { readVatNumber, type VatNumber } from '../domain/vat-number.ts'
import { findVatCheck, listUnansweredNumbers, type VatCheck } from '../queries/find-vat-check.ts'
import { vatCheckDays, viesAddress } from '../queries/vat-settings.ts'
import { insertVatCheck } from '../store/vat-checks.ts'

export interface VatNumberToCheck {
  readonly typed: string
  /** Where the company is, for numbers that are written without it. */
  readonly country?: string | undefined
  /** Ask even though an answer still holds. */
  readonly anew?: boolean
}

export interface CheckedVatNumber {
  readonly number: string
  readonly country: string
  readonly check: VatCheck
}

/**
 * What the authority says of a number: its last word while that holds, else it is asked now, between two transactions, and its
 * word is kept as evidence. It always answers: a register that is away is an answer too.
 */
export async function checkVatNumber(house: House, wish: VatNumberToCheck): Promise<Result<CheckedVatNumber>> {
  const read = readVatNumber(wish.typed, wish.country)
  if (!read.ok) return read
  const number = read.value
  const find = async () => {
    const days = await readSetting(house.database, vatCheckDays)
    return findVatCheck(house.database, { number: number.text, now: house.clock.now(), days })
  }
  const known = await find()
  const holds = known.state === 'valid' || known.state === 'invalid'
  if (!holds || wish.anew) await askAndKeep(house, number)
  return ok({ number: number.text, country: number.country, check: holds && !wish.anew ? known : await find() })
}

async function askAndKeep(house: House, number: VatNumber): Promise<void> {
  const [address, entities] = await Promise.all([
    readSetting(house.database, viesAddress),
    listEntities(house.database),
  ])
  const own = entities.flatMap(({ vatNumber, country }) => {
    const mine = vatNumber ? readVatNumber(vatNumber, country) : undefined
    return mine?.ok ? [mine.value] : []
  })
  const [requester] = own
  const answer: VatAnswer = (await house.ports?.vatNumbers?.ask({ number, requester, address })) ?? {
    outcome: 'unavailable',
    reason: 'NOT_CONNECTED',
  }
  await runCommand(house, { actor: system('check-vat-number') }, async (ctx) => {
    insertVatCheck(ctx, { number: number.text, requester: requester?.text, answer })
    return ok()
  })
}

const MOST_AT_ONCE = 50

/** Whoever could not be told of is asked about again, so that what was accepted meanwhile is known for what it was. */
export async function askAgain(house: House): Promise<void> {
  if (!house.ports?.vatNumbers) return
  for (const typed of await listUnansweredNumbers(house.database, house.clock.now(), MOST_AT_ONCE)) {
    await checkVatNumber(house, { typed })
  }
}
