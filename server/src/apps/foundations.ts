import { refuseRoutesWithoutPolicy } from '../host/http/server.ts'
import type { Settings } from '../host/config/settings.ts'
import type { Progress } from '../host/organisations/registry.ts'
import { openGround, type Ground } from './ground.ts'
import { drawBlueprint, type Blueprint } from './house.ts'

export interface Foundations {
  readonly ground: Ground
  readonly blueprint: Blueprint
}

/** Database and blueprint side by side; if the blueprint fails, a database started for it does not stay behind. */
export async function layFoundations(settings: Settings, onProgress: Progress): Promise<Foundations> {
  const opening = openGround(settings, onProgress)
  try {
    const blueprint = await drawBlueprint()
    // Before anything is made: a house with a hole in it does not open.
    refuseRoutesWithoutPolicy(blueprint.routes, blueprint.permissions)
    return { blueprint, ground: await opening }
  } catch (error) {
    const ground = await opening.catch(() => undefined)
    if (ground?.postgres && !ground.postgres.adopted) await ground.postgres.stop()
    throw error
  }
}
