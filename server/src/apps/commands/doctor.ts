import type { Command } from '../command.ts'
import { examine } from '../examine.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Find out why something does not work, and what to do about it',
  usage: '',
  description: [
    'Looks at settings, Node, disk, data folder, database, durability, migrations, queues, mail and clock, and prints a line for each: good, worth knowing, or bad, with a remedy. Changes nothing. Ends with 1 when something is bad.',
  ],
  options: {},
  examples: [{ line: 'doctor', does: 'the first thing to run when something is odd' }],
  run: () => examine(process.env),
}
