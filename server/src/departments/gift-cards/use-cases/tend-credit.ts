import type { Context, House } from '../../../host/context.ts'
import { listEnding, listLapsing, type EndingCredit } from '../queries/credits.ts'
import { readReminderDays } from '../queries/credit-settings.ts'
import { saveReminded } from '../store/cards.ts'

export const findLapsing = (house: House): Promise<string[]> => listLapsing(house.database, house.clock.now())

/** Of whose credit the last day comes near; nobody where the shop writes no such letters. */
export async function findEnding(house: House): Promise<EndingCredit[]> {
  const days = await readReminderDays(house.database)
  return days === 0 ? [] : listEnding(house.database, { now: house.clock.now(), days })
}

export function markReminded(ctx: Context, ending: EndingCredit): void {
  saveReminded(ctx, ending)
}
