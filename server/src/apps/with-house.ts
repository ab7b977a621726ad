import { readSettings, type Settings } from '../host/config/settings.ts'
import type { House } from '../host/context.ts'
import { openLog } from '../host/log/log.ts'
import { openOwnedRegistry, type OwnedRegistry } from './owned-registry.ts'
import { openHouses } from './open-houses.ts'
import { Problem } from './terminal.ts'

export interface Inside extends OwnedRegistry {
  readonly settings: Settings
  readonly house: House
}

/** Progress goes to stderr: what a command prints may be read by a program. */
export function whisper(sentence: string): void {
  process.stderr.write(`· ${sentence}\n`)
}

/** Runs the work of a command inside one organisation: the one named, else the only one there is. */
export async function withHouse<T>(slug: string | undefined, work: (inside: Inside) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  const opened = await openOwnedRegistry(settings, whisper)
  try {
    await opened.registry.migrateAll()
    const destination = settings.logFile === '-' ? 2 : settings.logFile
    const log = openLog({ level: settings.logLevel, name: 'cli', destination })
    const houses = openHouses({ ...opened, settings, log, applicationName: 'fondaco cli' })
    try {
      return await work({ ...opened, settings, house: choose(await houses.list(), slug) })
    } finally {
      await houses.close()
    }
  } finally {
    await opened.close()
  }
}

function choose(houses: readonly House[], slug: string | undefined): House {
  const names = houses.map(({ organisation }) => organisation.slug).join(', ')
  if (slug !== undefined) {
    const found = houses.find(({ organisation }) => organisation.slug === slug)
    if (found) return found
    throw new Problem(
      `There is no organisation "${slug}".`,
      `There ${houses.length === 1 ? 'is' : 'are'}: ${names || 'none'}.`,
    )
  }
  const [only] = houses
  if (only && houses.length === 1) return only
  if (!only)
    throw new Problem(
      'There is no organisation yet.',
      'Run "fondaco start", or "fondaco seed --village", which make a demo.',
    )
  throw new Problem('There are several organisations.', `Name one with --organisation: ${names}.`)
}
