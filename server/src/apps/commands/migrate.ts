import { readSettings } from '../../host/config/settings.ts'
import type { Command } from '../command.ts'
import { openOwnedRegistry } from '../owned-registry.ts'
import { progress, say, green } from '../terminal.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the databases of all organisations to this version',
  usage: '',
  description: [
    'Applies what is missing, organisation by organisation, each file in a transaction of its own. May be stopped at any point and run again; two at once take turns. It never goes back: a mistake is mended by a further migration.',
  ],
  options: {},
  examples: [{ line: 'migrate', does: 'before the api and worker of a new version start' }],
  async run() {
    const { registry, close } = await openOwnedRegistry(readSettings(process.env), progress)
    const organisations = await registry.list()
    const applied = await registry.migrateAll()
    say(
      `${green('✓')} ${organisations.length} ${organisations.length === 1 ? 'organisation is' : 'organisations are'} up to date; ${applied} ${applied === 1 ? 'migration' : 'migrations'} applied.`,
    )
    await close()
  },
}
