// Run as a supervised process by its test: serves, or falls, as its arguments say.
import { appendFileSync, readFileSync } from 'node:fs'

const [manner = '', journal = ''] = process.argv.slice(2)
appendFileSync(journal, `${process.pid}\n`)
const times = readFileSync(journal, 'utf8').trim().split('\n').length

process.once('disconnect', () => process.exit(0))
if (manner === 'never-starts') {
  process.stderr.write('✗ Port 4000 is taken by another program.\n  → Stop that program.\n')
  process.exit(1)
}
process.send?.({ kind: 'ready' })
if (manner === 'falls-once' && times === 1) process.exit(7)
if (manner === 'deaf') process.on('SIGTERM', () => {})
setInterval(() => {}, 1_000)
