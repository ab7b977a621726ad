import assert from 'node:assert/strict'
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { assertDurability, PostgresProblem, startPostgres } from './launcher.ts'
import type { PostgresOptions, RunningPostgres } from './launcher.ts'
import { aFolder, ask, kill, removeFolder, startInOtherProcess } from './testing/database-folder.ts'

const small = { shared_buffers: '16MB', max_connections: '20' }

async function folderFor(t: TestContext, name?: string): Promise<string> {
  const folder = await aFolder(name)
  t.after(async () => await removeFolder(folder))
  return folder
}

async function start(dataFolder: string, more: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const quiet = (): void => undefined
  return await startPostgres({ dataFolder, durability: 'none', settings: small, onProgress: quiet, ...more })
}

async function refusal(dataFolder: string, more: Partial<PostgresOptions> = {}): Promise<PostgresProblem> {
  const error: unknown = await start(dataFolder, more).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof PostgresProblem, `expected a refusal, got ${String(error)}`)
  assert.ok(error.remedy.length > 20, 'a refusal says what to do')
  return error
}

async function durabilityOf(server: RunningPostgres, before = 'SELECT 1'): Promise<string[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  await client.query(before)
  return await assertDurability(client).finally(async () => await client.end())
}

test('a fresh folder gets a database of its own, and a second start finds it as it was', async (t) => {
  const folder = await folderFor(t)
  const told: string[] = []
  const first = await start(folder, { onProgress: (sentence) => told.push(sentence) })
  assert.equal(first.adopted, false)
  assert.match(first.version, /^18\./)
  assert.match(told.join(' '), /Creating the database/)
  assert.deepEqual(
    await ask(
      first,
      `SELECT current_user AS who, datcollate, datlocprovider, datlocale
                                       FROM pg_database WHERE datname = current_database()`,
    ),
    [{ who: 'fondaco', datcollate: 'C', datlocprovider: 'b', datlocale: 'C.UTF-8' }],
  )
  await ask(first, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
  await first.stop()

  const begun = performance.now()
  const second = await start(folder)
  t.diagnostic(`start on existing data: ${Math.round(performance.now() - begun)} ms`)
  assert.equal(second.adopted, false)
  assert.equal(second.port, first.port)
  assert.equal(second.ownerUrl('shop'), first.ownerUrl('shop'))
  assert.deepEqual(await ask(second, 'SELECT id FROM kept'), [{ id: 1 }])
})

test('letters beyond ASCII are letters to the search', async (t) => {
  const server = await start(await folderFor(t))
  await ask(server, 'CREATE EXTENSION pg_trgm')
  const rows = await ask(
    server,
    `SELECT similarity('чай', 'чай') AS same, to_tsvector('simple', '«Äpfel»')::text AS words`,
  )
  assert.deepEqual(rows, [{ same: 1, words: `'äpfel':1` }])
})

test('it listens on loopback and its own socket, and asks for the password on both', async (t) => {
  const server = await start(await folderFor(t))
  assert.deepEqual(await ask(server, 'SHOW listen_addresses'), [{ listen_addresses: '127.0.0.1' }])
  assert.ok(server.socketFolder, 'a short path gets a socket')
  assert.deepEqual(await ask(server, 'SELECT inet_client_addr() AS address'), [{ address: null }])
  for (const host of [server.socketFolder, '127.0.0.1']) {
    const stranger = new pg.Client({
      host,
      port: server.port,
      user: 'fondaco',
      password: 'guess',
      database: 'postgres',
    })
    await assert.rejects(stranger.connect(), { code: '28P01' })
  }
})

test('a path too long for a socket is served by loopback', async (t) => {
  const server = await start(await folderFor(t, 'a'.repeat(90)))
  assert.equal(server.socketFolder, undefined)
  assert.deepEqual(await ask(server, 'SELECT host(inet_client_addr()) AS address'), [{ address: '127.0.0.1' }])
})

test('the orphan of a killed process is adopted, and can be stopped by who adopts it', async (t) => {
  const folder = await folderFor(t)
  const holder = startInOtherProcess(folder)
  const said = await holder.said
  await kill(holder.process)
  const server = await start(folder)
  assert.deepEqual([server.adopted, server.pid, server.port], [true, said.pid, said.port])
  assert.deepEqual(await ask(server, 'SELECT 1 AS one'), [{ one: 1 }])
  await server.stop()
  await assert.rejects(ask(server, 'SELECT 1'), { code: 'ENOENT' })
})

test('of two that start at once on an empty folder, one makes the database and the other adopts it', async (t) => {
  const folder = await folderFor(t)
  const holders = [startInOtherProcess(folder), startInOtherProcess(folder)]
  const said = await Promise.all(holders.map(async ({ said }) => await said))
  assert.deepEqual(said.map(({ adopted }) => adopted).toSorted(), [false, true])
  assert.equal(said[0]?.pid, said[1]?.pid)
  await Promise.all(holders.map(async ({ process }) => await kill(process)))
})

test('killed while it makes the database, the next start makes it whole', async (t) => {
  const folder = await folderFor(t)
  const holder = startInOtherProcess(folder)
  while (!(await readdir(folder)).some((name) => name.startsWith('making-'))) await wait(5)
  await wait(60)
  await kill(holder.process)
  const server = await start(folder)
  assert.equal(server.adopted, false)
  assert.deepEqual(await ask(server, 'SELECT 1 AS one'), [{ one: 1 }])
  await server.stop()
  assert.deepEqual((await readdir(folder)).toSorted(), ['cluster', 'log', 'port', 'socket', 'start.lock'])
})

test('after a kill -9 of the postmaster under load, the next start has every acknowledged row', async (t) => {
  const folder = await folderFor(t)
  const server = await start(folder, { durability: 'full' })
  assert.deepEqual(await durabilityOf(server), [])
  await ask(server, 'CREATE TABLE sale (writer int, number int)')
  const acknowledged = [0, 0, 0, 0]
  const writers = acknowledged.map(async (_, writer) => {
    const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
    client.on('error', () => undefined)
    await client.connect()
    for (let number = 1; ; number += 1) {
      await client.query('INSERT INTO sale VALUES ($1, $2)', [writer, number])
      acknowledged[writer] = number
    }
  })
  const ended = Promise.allSettled(writers)
  // A backend that computes does not notice that its postmaster died: the next start must not run beside it.
  void ask(server, 'SELECT count(*) FROM generate_series(1, 500000000)').catch(() => undefined)
  while (Math.min(...acknowledged) < 50) await wait(10)
  process.kill(server.pid, 'SIGKILL')
  await ended

  const told: string[] = []
  const begun = performance.now()
  const again = await start(folder, { durability: 'full', onProgress: (sentence) => told.push(sentence) })
  t.diagnostic(`back after ${Math.round(performance.now() - begun)} ms, ${acknowledged.join('+')} rows acknowledged`)
  await server.whenGone()
  assert.equal(again.adopted, false)
  assert.equal(again.port, server.port)
  assert.match(told.join(' '), /not closed properly/)
  const kept = await ask(
    again,
    'SELECT count(*)::int AS rows, max(number) AS last FROM sale GROUP BY writer ORDER BY writer',
  )
  kept.forEach(({ rows, last }, writer) => {
    assert.equal(rows, last, 'no gap')
    assert.ok(Number(last) >= (acknowledged[writer] ?? 0), `writer ${writer}: ${last} of ${acknowledged[writer]}`)
  })
  assert.equal(kept.length, 4)
})

test('a stale process id that another program has now does not keep the database from starting', async (t) => {
  const folder = await folderFor(t)
  const server = await start(folder)
  const file = join(folder, 'cluster', 'postmaster.pid')
  const text = await readFile(file, 'utf8')
  process.kill(server.pid, 'SIGKILL')
  while ((await readdir('/proc')).includes(String(server.pid))) await wait(10)
  await writeFile(file, text.replace(String(server.pid), String(process.pid)))
  const again = await start(folder)
  assert.equal(again.adopted, false)
  assert.deepEqual(await ask(again, 'SELECT 1 AS one'), [{ one: 1 }])
})

test('an orphan that no longer answers is stopped, and another takes its place with all that it had', async (t) => {
  const folder = await folderFor(t)
  const frozen = await start(folder)
  await ask(frozen, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
  process.kill(frozen.pid, 'SIGSTOP')
  const told: string[] = []
  const again = await start(folder, { onProgress: (sentence) => told.push(sentence) })
  assert.notEqual(again.pid, frozen.pid)
  assert.match(told.join(' '), /does not answer/)
  assert.deepEqual(await ask(again, 'SELECT id FROM kept'), [{ id: 1 }])
})

test('a server that runs without durability is restarted when durability is asked', async (t) => {
  const folder = await folderFor(t)
  const careless = await start(folder)
  const faults = await durabilityOf(careless)
  assert.deepEqual(faults.map((fault) => fault.split(' ')[0]).toSorted(), [
    'fsync',
    'full_page_writes',
    'synchronous_commit',
  ])
  const careful = await start(folder, { durability: 'full' })
  assert.equal(careful.adopted, false)
  assert.deepEqual(await durabilityOf(careful), [])
  const [fault] = await durabilityOf(careful, 'SET synchronous_commit = off')
  assert.match(fault ?? '', /^synchronous_commit is off: an acknowledged order could be lost/)
})

test('a taken port is refused when asked for, and avoided when not', async (t) => {
  const folder = await folderFor(t)
  const first = await start(folder)
  await first.stop()
  const squatter = createServer().listen(first.port, '127.0.0.1')
  t.after(() => squatter.close())
  await new Promise((done) => squatter.once('listening', done))
  assert.match((await refusal(folder, { port: first.port })).message, new RegExp(`Port ${first.port}.*is taken`))
  const told: string[] = []
  const second = await start(folder, { onProgress: (sentence) => told.push(sentence) })
  assert.notEqual(second.port, first.port)
  assert.match(told.join(' '), new RegExp(`Port ${first.port} is taken`))
})

test('a cluster that is not whole, or not ours to run, is refused with a remedy and left as it is', async (t) => {
  const folder = await folderFor(t)
  await (await start(folder)).stop()
  const part = (name: string): string => join(folder, 'cluster', name)
  const broken: [name: string, content: string | undefined, reason: string, words: RegExp][] = [
    ['PG_VERSION', undefined, 'half-made', /PG_VERSION is missing/],
    ['PG_VERSION', '15\n', 'wrong-version', /made by PostgreSQL 15/],
    ['global/pg_control', undefined, 'half-made', /pg_control is missing/],
    ['global/pg_control', 'x'.repeat(8192), 'damaged', /files of the database are damaged/],
    ['owner-password', undefined, 'password', /missing or empty/],
    ['owner-password', 'guess\n', 'password', /does not accept/],
  ]
  for (const [name, content, reason, words] of broken) {
    await rename(part(name), join(folder, 'away'))
    if (content) await writeFile(part(name), content)
    if (content) await chmod(part(name), 0o666)
    const problem = await refusal(folder)
    assert.deepEqual([name, problem.reason], [name, reason], problem.message)
    assert.match(problem.message, words)
    await rename(join(folder, 'away'), part(name))
  }
  assert.deepEqual(await ask(await start(folder), 'SELECT 1 AS one'), [{ one: 1 }])
})

test('a wrong setting is refused in words that name it', async (t) => {
  const problem = await refusal(await folderFor(t), { settings: { ...small, work_mem: 'plenty' } })
  assert.equal(problem.reason, 'setting')
  assert.match(problem.message, /work_mem/)
})
