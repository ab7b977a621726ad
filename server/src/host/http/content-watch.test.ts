import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { House } from '../context.ts'
import { ContentWatch } from './content-watch.ts'

function scene() {
  const clock = { ms: 0 }
  const database = { version: 1n, asked: 0, away: false }
  const house = {
    organisation: { id: 'one' },
    database: {
      async row() {
        database.asked += 1
        if (database.away) throw new Error('connection refused')
        return { version: database.version }
      },
    },
  } as unknown as House
  return { clock, database, house, watch: new ContentWatch(() => clock.ms) }
}

test('the version is asked for once a second, however many pages want it', async () => {
  const { clock, database, house, watch } = scene()
  assert.equal(watch.recent(house), undefined)
  assert.deepEqual(await Promise.all([watch.ask(house), watch.ask(house), watch.ask(house)]), [1n, 1n, 1n])
  assert.equal(database.asked, 1)
  database.version = 2n
  clock.ms = 999
  assert.equal(watch.recent(house), 1n)
  clock.ms = 1000
  assert.equal(watch.recent(house), undefined)
  assert.equal(await watch.ask(house), 2n)
  assert.equal(watch.recent(house), 2n)
})

test('while the database is away the last known version stands; without one it is an error', async () => {
  const { clock, database, house, watch } = scene()
  database.away = true
  await assert.rejects(watch.ask(house), /connection refused/)
  database.away = false
  await watch.ask(house)
  database.away = true
  clock.ms = 5000
  assert.equal(await watch.ask(house), 1n)
})
