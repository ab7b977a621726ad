import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { defineRefusals, ok, type Result } from '../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { isDatabaseAway, isPostgresError } from './errors.ts'
import { openDatabase, type Database } from './pool.ts'
import { sql } from './sql.ts'
import { transact, type Transaction } from './transaction.ts'

const refusals = defineRefusals('probe', { taken: 409, gone: 404, no: 422, moved: 412 })

let house: TestHouse
/** One connection: what a test leaves behind on it, the next one meets. */
let database: Database
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

before(async () => {
  process.on('unhandledRejection', note)
  house = await createTestHouse()
  database = house.openTwin(1)
  await house.asOwner(`CREATE SCHEMA probe;
    CREATE TABLE probe.thing (id int CONSTRAINT thing_id PRIMARY KEY, n int NOT NULL CONSTRAINT n_not_negative CHECK (n >= 0), version int NOT NULL DEFAULT 1);
    GRANT USAGE ON SCHEMA probe TO fondaco_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON probe.thing TO fondaco_app`)
})

after(async () => {
  await wait(20)
  process.off('unhandledRejection', note)
  assert.deepEqual(unhandled, [], 'a promise was left to fail alone')
})

const add = (id: number, n = 0) => sql`INSERT INTO probe.thing (id, n) VALUES (${id}, ${n})`
const read = (id: number) => sql<{ n: number }>`SELECT n FROM probe.thing WHERE id = ${id}`
const raise = (id: number, by: number) => sql`UPDATE probe.thing SET n = n + ${by} WHERE id = ${id}`
const find = async (id: number) => (await database.row(read(id)))?.n

/** Two wait here for each other; who comes again later goes on at once. */
function meeting(): () => Promise<void> {
  const met = Promise.withResolvers<void>()
  let arrived = 0
  return async () => {
    arrived += 1
    if (arrived === 2) met.resolve()
    await met.promise
  }
}

const taken = { refusals: { thing_id: () => refusals.taken() } }
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

/** The only connection is usable, and no transaction is left open on it. */
async function expectFreshConnection(): Promise<void> {
  const row = await database.row(sql<{ open: boolean }>`
    SELECT xact_start < now() - interval '0 seconds' OR state <> 'active' AS open FROM pg_stat_activity WHERE pid = pg_backend_pid()`)
  assert.equal(row?.open, false)
}

test('what is done is there, and a read inside sees the writes queued before it', async () => {
  const seen: (number | undefined)[] = []
  const result = await transact(database, async (tx) => {
    seen.push((await tx.row(read(1)))?.n)
    tx.later(add(1, 5))
    tx.later(raise(1, 2))
    seen.push((await tx.row(read(1)))?.n)
    tx.later(raise(1, 10))
    return ok('done')
  })
  assert.deepEqual(result, ok('done'))
  assert.deepEqual(seen, [undefined, 7])
  assert.equal(await find(1), 17)
})

test('a refusal undoes what was written before it', async () => {
  const result = await transact(database, async (tx) => {
    tx.later(add(2))
    await tx.flush()
    tx.later(add(3))
    return refusals.no()
  })
  assert.equal(codeOf(result), 'probe.no')
  assert.deepEqual([await find(2), await find(3)], [undefined, undefined])
  await expectFreshConnection()
})

test('a thrown error undoes what was written before it, and the connection serves on', async () => {
  const fault = new Error('a bug')
  const failing = transact(database, async (tx) => {
    tx.later(add(4))
    await tx.rows(read(4))
    throw fault
  })
  await assert.rejects(failing, fault)
  assert.equal(await find(4), undefined)
  await expectFreshConnection()
})

test('nothing asked, nothing sent: a command that neither reads nor writes takes no transaction', async () => {
  assert.deepEqual(await transact(database, async () => ok(1)), ok(1))
  assert.equal(codeOf(await transact(database, async () => refusals.no())), 'probe.no')
  await expectFreshConnection()
})

/** Where a broken constraint comes to light: with COMMIT, at a flush, under one read, under several at once. */
const moments: Readonly<Record<string, (tx: Transaction) => Promise<unknown>>> = {
  'with COMMIT': async () => {},
  'at a flush': (tx) => tx.flush(),
  'under a read': (tx) => tx.rows(read(1)),
  'under reads at once': (tx) => Promise.all([tx.rows(read(1)), tx.row(read(2)), tx.rows(read(3))]),
  'under a read behind many writes': (tx) => {
    for (let id = 100; id < 120; id++) tx.later(add(id))
    return tx.rows(read(1))
  },
}

for (const [moment, act] of Object.entries(moments)) {
  test(`a broken constraint is the refusal that it means, noticed ${moment}`, async () => {
    const result = await transact(database, async (tx) => {
      tx.later(raise(1, 1))
      tx.later(add(1), taken)
      await act(tx)
      return ok()
    })
    assert.equal(codeOf(result), 'probe.taken')
    assert.equal(await find(1), 17)
    await expectFreshConnection()
  })

  test(`a constraint that means nothing to people is a fault, noticed ${moment}`, async () => {
    const failing = transact(database, async (tx) => {
      tx.later(raise(1, -1000), taken)
      await act(tx)
      return ok()
    })
    await assert.rejects(failing, { code: '23514', constraint: 'n_not_negative' })
    assert.equal(await find(1), 17)
    await expectFreshConnection()
  })
}

test('of several broken writes the first one is the cause', async () => {
  const result = await transact(database, async (tx) => {
    tx.later(add(1), taken)
    tx.later(raise(1, -1000))
    return ok()
  })
  assert.equal(codeOf(result), 'probe.taken')
})

test('a deferred constraint that breaks at COMMIT is a fault, and nothing stays', async () => {
  await house.asOwner(`ALTER TABLE probe.thing ADD CONSTRAINT n_once UNIQUE (n) DEFERRABLE INITIALLY DEFERRED`)
  try {
    const failing = transact(database, async (tx) => {
      tx.later(add(5, 17))
      return ok()
    })
    await assert.rejects(failing, { code: '23505', constraint: 'n_once' })
    assert.equal(await find(5), undefined)
    await expectFreshConnection()
  } finally {
    await house.asOwner('ALTER TABLE probe.thing DROP CONSTRAINT n_once')
  }
})

test('a write that changes another number of rows than expected is refused, and so are those beside it', async () => {
  const claim = sql`UPDATE probe.thing SET version = version + 1 WHERE id = ${1} AND version = ${99}`
  const run = (act: (tx: Transaction) => Promise<unknown>) =>
    transact(database, async (tx) => {
      tx.later(add(6))
      tx.later(claim, { affects: { rows: 1, otherwise: () => refusals.moved() } })
      tx.later(add(7))
      await act(tx)
      return ok()
    })
  for (const act of [async () => {}, (tx: Transaction) => tx.flush()]) {
    assert.equal(codeOf(await run(act)), 'probe.moved')
    assert.deepEqual([await find(6), await find(7)], [undefined, undefined])
  }
  await expectFreshConnection()
  const fitting = await transact(database, async (tx) => {
    tx.later(raise(1, 0), { affects: { rows: 1, otherwise: () => refusals.moved() } })
    return ok()
  })
  assert.equal(codeOf(fitting), 'ok')
})

test('an expectation that was sent ahead of a read is judged before COMMIT', async () => {
  const result = await transact(database, async (tx) => {
    tx.later(raise(999, 1), { affects: { rows: 1, otherwise: () => refusals.gone() } })
    tx.later(add(8))
    await tx.rows(read(8))
    return ok()
  })
  assert.equal(codeOf(result), 'probe.gone')
  assert.equal(await find(8), undefined)
})

test('a failing read is its own error, and reads at once fail with the first one', async () => {
  const failing = transact(database, async (tx) => {
    tx.later(add(9))
    await Promise.all([tx.rows(sql`SELECT 1 / ${0}::int`), tx.rows(read(1)), tx.rows(read(2))])
    return ok()
  })
  await assert.rejects(failing, { code: '22012' })
  assert.equal(await find(9), undefined)
  await expectFreshConnection()
})

test('a transaction that failed inside and was talked over never says done', async () => {
  const failing = transact(database, async (tx) => {
    tx.later(add(10))
    await tx.rows(sql`SELECT 1 / ${0}::int`).catch(() => {})
    return ok('done')
  })
  await assert.rejects(failing, /COMMIT answered ROLLBACK/)
  assert.equal(await find(10), undefined)
  await expectFreshConnection()
})

test('a refused write that was talked over stays refused', async () => {
  const result = await transact(database, async (tx) => {
    tx.later(add(1), taken)
    await tx.flush().catch(() => {})
    tx.later(add(11))
    return ok('done')
  }).catch((error: unknown) => error)
  assert.notDeepEqual(result, ok('done'))
  assert.equal(await find(11), undefined)
})

test('a value that cannot be sent keeps everything beside it from being committed', async () => {
  const unsendable = { amount: 1n }
  const failing = transact(database, async (tx) => {
    tx.later(add(12))
    tx.later(sql`UPDATE probe.thing SET n = (${unsendable}::jsonb ->> 'amount')::int WHERE id = ${1}`)
    tx.later(add(13))
    return ok()
  })
  await assert.rejects(failing, TypeError)
  assert.deepEqual([await find(12), await find(13)], [undefined, undefined])
  await expectFreshConnection()
})

test('who goes on after the end is told, and reaches nobody else’s transaction', async () => {
  let late: Promise<unknown> = Promise.resolve()
  const failing = transact(database, async (tx) => {
    late = wait(20).then(() => tx.rows(sql`DELETE FROM probe.thing`))
    await Promise.all([late, tx.rows(sql`SELECT 1 / ${0}::int`)])
    return ok()
  })
  await assert.rejects(failing, { code: '22012' })
  await assert.rejects(late, /transaction has ended/)
  assert.equal(await find(1), 17)

  let kept: Transaction | undefined
  await transact(database, async (tx) => ok(void (kept = tx)))
  assert.throws(() => kept?.later(add(14)), /transaction has ended/)
})

test('a deadlock is run again until it goes through', async () => {
  await transact(database, async (tx) => ok([tx.later(add(20)), tx.later(add(21))]))
  const many = house.openTwin(4)
  let runs = 0
  const both = meeting()
  const cross = (first: number, second: number) =>
    transact(many, async (tx) => {
      runs += 1
      tx.later(raise(first, 1))
      await tx.flush()
      await both()
      tx.later(raise(second, 1))
      return ok()
    })
  const results = await Promise.all([cross(20, 21), cross(21, 20)])
  assert.deepEqual(results.map(codeOf), ['ok', 'ok'])
  assert.ok(runs > 2, 'they did not meet')
  assert.deepEqual([await find(20), await find(21)], [2, 2])
})

test('a deadlock noticed under reads at once is run again too', async () => {
  const many = house.openTwin(4)
  let runs = 0
  const both = meeting()
  const cross = (first: number, second: number) =>
    transact(many, async (tx) => {
      runs += 1
      tx.later(raise(first, 1))
      await tx.flush()
      await both()
      tx.later(sql`SELECT 1 FROM probe.thing WHERE id = ${second} FOR UPDATE`)
      await Promise.all([tx.rows(read(1)), tx.rows(read(20)), tx.rows(read(21))])
      return ok()
    })
  const results = await Promise.all([cross(20, 21), cross(21, 20)])
  assert.deepEqual(results.map(codeOf), ['ok', 'ok'])
  assert.ok(runs > 2, 'they did not meet')
})

test('what the database cannot put in order is run again', async () => {
  const many = house.openTwin(4)
  let runs = 0
  const both = meeting()
  const withdraw = () =>
    transact(many, async (tx) => {
      runs += 1
      tx.later(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`)
      const n = (await tx.row(read(20)))?.n ?? 0
      await both()
      tx.later(sql`UPDATE probe.thing SET n = ${n + 1} WHERE id = ${20}`)
      return ok()
    })
  const before = (await find(20)) ?? 0
  const results = await Promise.all([withdraw(), withdraw()])
  assert.deepEqual(results.map(codeOf), ['ok', 'ok'])
  assert.equal(await find(20), before + 2)
  assert.ok(runs > 2, 'they did not meet')
})

test('three times again and no more: then the failure is told', async () => {
  const failure = (code: string, message: string) => sql`SELECT probe.fail(${code}, ${message})`
  await house.asOwner(`CREATE FUNCTION probe.fail(code text, message text) RETURNS void LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '%', message USING ERRCODE = code; END $$`)
  const runsUntil = async (code: string, message = 'planted') => {
    let runs = 0
    const failing = transact(database, async (tx) => {
      runs += 1
      tx.later(add(15))
      tx.later(failure(code, message))
      return ok()
    })
    await assert.rejects(failing, { code })
    return runs
  }
  assert.deepEqual([await runsUntil('40001'), await runsUntil('40P01'), await runsUntil('55P03')], [4, 4, 1])
  const crossed = 'new multixact has more than one updating member: 0 4[1 (keysh), 1 (nokeyupd), 2 (nokeyupd)]'
  assert.deepEqual([await runsUntil('XX000', crossed), await runsUntil('XX000')], [4, 1])
  assert.equal(await find(15), undefined)
})

test('a connection killed in the middle is an error of that command alone', async () => {
  const kill = (pid: number) => house.asOwner('SELECT pg_terminate_backend($1)', [pid])
  const ownPid = sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`
  const pidOf = async (tx: Transaction) => (await tx.row(ownPid))?.pid ?? 0
  const cases: Readonly<Record<string, (tx: Transaction) => Promise<unknown>>> = {
    'between two statements': async (tx) => {
      await kill(await pidOf(tx))
      await wait(50)
    },
    'while a statement runs': async (tx) => {
      const pid = await pidOf(tx)
      await Promise.all([tx.rows(sql`SELECT pg_sleep(5)`), wait(20).then(() => kill(pid))])
    },
    'just before COMMIT': async (tx) => void (await kill(await pidOf(tx))),
  }
  for (const [when, act] of Object.entries(cases)) {
    const failing = transact(database, async (tx) => {
      tx.later(add(16))
      await act(tx)
      return ok()
    })
    const error = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    assert.ok(isDatabaseAway(error), `${when}: ${String(error)}`)
    assert.equal(await find(16), undefined, when)
  }
  await expectFreshConnection()
})

test('idle connections that were killed are replaced without a word', async () => {
  await house.asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  while (database.pool.totalCount > 0) await wait(10)
  assert.equal(await find(1), 17)
})

test('a statement that takes too long is stopped, and the connection serves on', async (t) => {
  const hasty = openDatabase({ url: house.appUrl, max: 1, applicationName: 'hasty', statementTimeoutMs: 50 })
  t.after(() => hasty.close())
  await assert.rejects(
    transact(hasty, async (tx) => ok(await tx.rows(sql`SELECT pg_sleep(5)`))),
    (error: unknown) => isPostgresError(error) && error.code === '57014',
  )
  assert.equal((await hasty.row(read(1)))?.n, 17)
})

test('many at once over few connections: every raise counts', async () => {
  const few = house.openTwin(3)
  const before = (await find(20)) ?? 0
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      transact(few, async (tx) => {
        tx.later(raise(20, 1))
        if (index % 3 === 0) await Promise.all([tx.rows(read(20)), tx.rows(read(21))])
        return index % 5 === 0 ? refusals.no() : ok()
      }),
    ),
  )
  assert.equal(results.filter((result) => result.ok).length, 48)
  assert.equal(await find(20), before + 48)
})
