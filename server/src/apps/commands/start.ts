import { readSettings } from '../../host/config/settings.ts'
import type { Command } from '../command.ts'
import { startHouse } from '../start-house.ts'

export const start: Command = {
  name: 'start',
  summary: 'Open the whole house: database, demo shop, pages, back office, worker',
  usage: '',
  description: [
    'The one command for a machine of your own. It starts the embedded PostgreSQL in DATA_FOLDER (or uses the one of DATABASE_URL), brings it up to date, makes a demo organisation the first time, and keeps api, worker and the development payment provider running. A process that crashes is started again; after a kill -9 or a power failure the next start goes on by itself.',
    'While nobody has a password yet, it prints a single-use link for the first sign-in. Ctrl-C closes everything within ten seconds.',
  ],
  options: {},
  examples: [
    { line: 'start', does: 'opens the house at http://localhost:4000, with its data in ./data' },
    { line: 'start   # with PORT=8080', does: 'at another port; every setting is in docs/guides/settings.md' },
    {
      line: 'start   # with DATABASE_URL=postgres://owner:secret@db:5432/fondaco',
      does: 'on a PostgreSQL of your own, 15 or newer',
    },
  ],
  run: () => startHouse(readSettings(process.env)),
}
