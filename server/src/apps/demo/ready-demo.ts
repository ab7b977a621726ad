import { rm } from 'node:fs/promises'
import { readSettings } from '../../host/config/settings.ts'
import { filesFolderOf } from '../files-folder.ts'
import { openOwnedRegistry } from '../owned-registry.ts'
import { Problem } from '../terminal.ts'
import { whisper } from '../with-house.ts'
import { village } from './village.ts'

/** Makes the demo where it is missing; with `reset`, drops it first. Refuses an organisation that is not marked demo. */
export async function readyDemo(slug: string, reset: boolean): Promise<void> {
  const settings = readSettings(process.env)
  const { registry, close } = await openOwnedRegistry(settings, whisper)
  try {
    const found = (await registry.list()).find((organisation) => organisation.slug === slug)
    if (found && !found.demo) {
      throw new Problem(
        `"${slug}" is not a demo: nothing was changed.`,
        'Name another organisation with --organisation; a new name makes a new demo.',
      )
    }
    if (found && reset) {
      await registry.removeDemo(slug)
      await rm(filesFolderOf(settings.dataFolder)({ organisation: found }), { recursive: true, force: true })
    }
    if (!found || reset) await registry.create({ slug, name: village.organisation().name, demo: true })
  } finally {
    await close()
  }
}
