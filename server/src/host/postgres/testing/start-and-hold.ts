// Run as a process of its own, so that tests can kill it: starts the database in the folder given and holds on.
import { startPostgres } from '../launcher.ts'

const [dataFolder = '', durability = 'none'] = process.argv.slice(2)
const { pid, port, adopted } = await startPostgres({
  dataFolder,
  durability: durability === 'full' ? 'full' : 'none',
  onProgress: () => undefined,
})
process.stdout.write(`${JSON.stringify({ pid, port, adopted })}\n`)
setInterval(() => undefined, 60_000)
