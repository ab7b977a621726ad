import { findCustomerActor } from '../departments/customers/index.ts'
import { findApiKeyActor, findStaffActor } from '../departments/people/index.ts'
import type { Actor } from '../host/actor.ts'
import type { House } from '../host/context.ts'

/**
 * Whose session or key this is. A token is one person's in one house: keys are known by how they begin, then staff, since
 * their screens ask most often.
 */
export async function findActor(house: House, token: string): Promise<Actor | undefined> {
  return (
    (await findApiKeyActor(house, token)) ??
    (await findStaffActor(house, token)) ??
    (await findCustomerActor(house, token))
  )
}
