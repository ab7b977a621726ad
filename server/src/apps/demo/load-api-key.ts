import { createApiKey, findStaffActorById, listKeyOwners, listStaff } from '../../departments/people/index.ts'
import { runCommand, type House } from '../../host/context.ts'
import { demand } from '../demand.ts'

const DAYS = 90
const DAY_MS = 86_400_000

/** The accounts are kept by another program, which comes for its figures with a key of the owner's. Nobody knows the key itself. */
export async function loadApiKey(house: House): Promise<void> {
  if ((await listKeyOwners(house.database)).length > 0) return
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const owner = items.find(({ roles }) => roles.includes('owner'))
  const staff = owner && (await findStaffActorById(house.database, owner.id))
  if (!staff) return
  const made = await runCommand(house, { actor: staff }, (ctx) =>
    createApiKey(ctx, house, {
      staff,
      name: 'Accounting export',
      permissions: ['ledger:read', 'orders:read', 'payments:read', 'tax:read'],
      expiresAt: new Date(ctx.now.getTime() + DAYS * DAY_MS),
    }),
  )
  demand(made)
}
