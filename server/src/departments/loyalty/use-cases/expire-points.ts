import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readReminderDays } from '../queries/reminder-days.ts'
import { listEnded, listEnding, listRipe, type EndingPoints } from '../queries/to-tend.ts'
import { listLots } from '../queries/read-accounts.ts'
import { lockAccount } from '../store/locks.ts'
import { saveReminded } from '../store/points.ts'
import { removePoints, todayAt } from './move-points.ts'

export const findRipe = (house: House): Promise<string[]> => listRipe(house.database, house.clock.now())
export const findEnded = (house: House): Promise<string[]> => listEnded(house.database, house.clock.now())

/** Whose points end soon and who was not told; nobody where the shop writes no such letters. */
export async function findEnding(house: House): Promise<EndingPoints[]> {
  const days = await readReminderDays(house.database)
  return days === 0 ? [] : listEnding(house.database, { now: house.clock.now(), days })
}

export function markReminded(ctx: Context, { accountId, expiresOn }: EndingPoints): void {
  saveReminded(ctx, accountId, expiresOn)
}

/** Points whose last day is over are owed no more. Done twice it changes nothing. */
export async function expirePoints(ctx: Context, accountId: string): Promise<Result<void>> {
  const account = await lockAccount(ctx, accountId)
  if (!account) return ok()
  const today = await todayAt(ctx, account)
  const ended = (await listLots(ctx.tx, [accountId])).filter(({ expiresOn }) => expiresOn !== null && expiresOn < today)
  const points = ended.reduce((all, { remaining }) => all + remaining, 0n)
  if (points === 0n) return ok()
  const taking = await removePoints(ctx, account, { kind: 'expired', points, from: ended.map(({ id }) => id) })
  taking.close()
  return ok()
}
