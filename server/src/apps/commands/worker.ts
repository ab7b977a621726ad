import { readSettings } from '../../host/config/settings.ts'
import type { Command } from '../command.ts'
import { runWorker } from '../worker.ts'

export const worker: Command = {
  name: 'worker',
  summary: 'Work off jobs: mails, follow-up, recurring work',
  usage: '',
  description: [
    'One process for the jobs of all organisations. "fondaco start" starts it for you. Several may run side by side; a job goes to one of them, and returns when that one dies.',
    'SIGTERM lets jobs under way finish and ends within ten seconds.',
  ],
  options: {},
  examples: [{ line: 'worker', does: 'works until it is stopped' }],
  run: () => runWorker(readSettings(process.env)),
}
