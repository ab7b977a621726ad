import { staffBehind } from '../actor.ts'
import type { Call } from '../http/route.ts'
import type { SeenBy } from './store.ts'

/** The company from outside that the caller, or whoever gave a program its key, comes from. */
export async function companyBehind({ house, actor }: Pick<Call, 'house' | 'actor'>): Promise<SeenBy> {
  const staffId = staffBehind(actor)
  return (staffId && (await house.ports?.staff?.companyOf(house.database, staffId))) ?? null
}
