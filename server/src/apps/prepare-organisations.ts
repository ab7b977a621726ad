import type { Settings } from '../host/config/settings.ts'
import { system } from '../host/actor.ts'
import type { Clock } from '../host/clock.ts'
import { runCommand, type House } from '../host/context.ts'
import type { Log } from '../host/log/log.ts'
import type { RegisteredOrganisation } from '../host/organisations/registry.ts'
import { issueActivationLink, listStaff, loadReadyMadeRoles } from '../departments/people/index.ts'
import { demand } from './demand.ts'
import { openTill as openDemoTill } from './demo/demo-till.ts'
import { loadBank } from './demo/load-bank.ts'
import { loadDemo } from './demo/load-demo.ts'
import { loadOrders, type LoadingOrders } from './demo/load-orders.ts'
import { filesFolderOf } from './files-folder.ts'
import type { Ground } from './ground.ts'
import type { Blueprint } from './house.ts'
import { openHouses } from './open-houses.ts'
import { progress } from './terminal.ts'

export interface Preparation {
  readonly settings: Settings
  readonly ground: Ground
  readonly blueprint: Blueprint
  readonly log: Log
  readonly organisations: readonly RegisteredOrganisation[]
}

/**
 * After the migrations and before anybody is let in: roles learn what this version permits, a new demo gets its village, and
 * while nobody can sign in yet, a link is made for the owner. Answers that link.
 */
export async function prepareOrganisations(preparation: Preparation): Promise<string | undefined> {
  const { settings, blueprint } = preparation
  const filesFolder = filesFolderOf(settings.dataFolder)
  const houses = openHouses({ ...preparation, applicationName: 'fondaco start' })
  try {
    let link: string | undefined
    for (const house of await houses.list()) {
      demand(
        await runCommand(house, { actor: system('start') }, (ctx) => loadReadyMadeRoles(ctx, blueprint.permissions)),
      )
      if (house.organisation.demo) {
        await loadDemo(house, {
          filesFolder: filesFolder(house),
          permissions: blueprint.permissions,
          onProgress: progress,
        })
        if (settings.demoHistory) await tellHistory(house, preparation)
      }
      link ??= await firstSignIn(house)
    }
    return link
  } finally {
    await houses.close()
  }
}

/** A demo that somebody has changed may not be able to sell what the village sold: it opens all the same, with what there is. */
async function tellHistory(house: House, preparation: Preparation): Promise<void> {
  try {
    if (await loadOrders(house, ordersOf(preparation))) await loadBank(house)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    preparation.log.warn('the demo could not sell its past weeks', {
      organisation: house.organisation.slug,
      error: why,
    })
    progress('The demo could not sell all of its past weeks; it opens with what there is.')
  }
}

/** Sold by the jobs of this version, at the till that these settings name. */
export function ordersOf({
  settings,
  ground,
  blueprint,
}: Pick<Preparation, 'settings' | 'ground' | 'blueprint'>): LoadingOrders {
  const openTill = (clock: Clock) => openDemoTill(settings, ground, clock)
  return { jobs: blueprint.jobs, openTill, onProgress: progress }
}

const STAFF_SEEN = 200

/** A link for the owner while no member of staff has a password; afterwards the owner invites the others. */
async function firstSignIn(house: House): Promise<string | undefined> {
  const { items } = demand(await listStaff(house.database, { limit: STAFF_SEEN }))
  const owner = items.find(({ roles, endedAt }) => roles.includes('owner') && endedAt === null)
  if (!owner || items.some(({ activated }) => activated)) return undefined
  const link = demand(await runCommand(house, { actor: system('start') }, (ctx) => issueActivationLink(ctx, owner.id)))
  return `${house.publicUrl}${link.path}`
}
