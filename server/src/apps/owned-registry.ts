import type { Settings } from '../host/config/settings.ts'
import { openRegistry, type Progress, type Registry } from '../host/organisations/registry.ts'
import { layFoundations } from './foundations.ts'
import { ownerUrlOf, type Ground } from './ground.ts'
import type { Blueprint } from './house.ts'
import { isDataFolderHeld } from './single-start.ts'

export interface OwnedRegistry {
  readonly ground: Ground
  readonly blueprint: Blueprint
  readonly registry: Registry
  /** Stops the embedded database again, where this command had to start it. */
  close(): Promise<void>
}

/** The organisations with the rights of the database owner, for the commands that make, change or examine databases. */
export async function openOwnedRegistry(
  settings: Settings,
  onProgress: Progress,
  { onlyLooks = false } = {},
): Promise<OwnedRegistry> {
  const { ground, blueprint } = await layFoundations(settings, onProgress)
  const { makesAppRole } = ground
  const registry = await openRegistry({
    ownerUrl: ownerUrlOf(ground),
    migrations: blueprint.migrations,
    onProgress,
    makesAppRole,
    onlyLooks,
  })
  return {
    ground,
    blueprint,
    registry,
    async close() {
      // One that was running already, or that a house began to use meanwhile, is not ours to stop.
      const { postgres } = ground
      if (postgres && !postgres.adopted && !isDataFolderHeld(settings.dataFolder)) await postgres.stop()
    },
  }
}
