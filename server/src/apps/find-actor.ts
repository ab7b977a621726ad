import { findCustomerActor } from '../departments/customers/index.ts'
import { findStaffActor } from '../departments/people/index.ts'
import type { Actor } from '../host/actor.ts'
import type { House } from '../host/context.ts'

/** Whose session this is. A token is one person's in one house: staff first, since their screens ask most often. */
export async function findActor(house: House, token: string): Promise<Actor | undefined> {
  return (await findStaffActor(house, token)) ?? (await findCustomerActor(house, token))
}
