import assert from 'node:assert/strict'
import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { findServerAccount } from './account.ts'
import type { ServerAccount } from './account.ts'
import { settleDataHome } from './data-home.ts'
import { aFolder } from './testing/database-folder.ts'

interface Setting {
  /** A folder as root's home: closed to the account. */
  closed: string
  open: string
  told: string[]
  settle: (asked: string) => Promise<string>
}

async function aClosedHome(t: TestContext, account: ServerAccount): Promise<Setting> {
  const root = await aFolder()
  t.after(async () => await rm(root, { recursive: true, force: true }))
  await chmod(root, 0o755)
  const closed = join(root, 'closed')
  const open = join(root, 'open')
  await mkdir(closed, { mode: 0o700 })
  await mkdir(open, { mode: 0o755 })
  const told: string[] = []
  const onProgress = (sentence: string): unknown => told.push(sentence)
  const settle = async (asked: string): Promise<string> =>
    await settleDataHome({ asked, account, onProgress, fallbacks: [closed, open] })
  return { closed, open, told, settle }
}

test('a folder that the account can enter is taken as it is', async (t) => {
  const account = await findServerAccount()
  if (!account) return t.skip('only root runs PostgreSQL as another account')
  const { open, told, settle } = await aClosedHome(t, account)
  const asked = join(open, 'new', 'data')
  assert.equal(await settle(asked), asked)
  assert.deepEqual(told, [])
})

test('behind a closed door the database lives elsewhere, says so once, and is found again', async (t) => {
  const account = await findServerAccount()
  if (!account) return t.skip('only root runs PostgreSQL as another account')
  const { closed, open, told, settle } = await aClosedHome(t, account)
  const asked = join(closed, 'data')
  const home = await settle(asked)
  assert.match(home, new RegExp(`^${open}/fondaco-[0-9a-f]{12}$`))
  assert.equal((await stat(home)).mode & 0o111, 0o111)
  assert.equal((await readFile(join(asked, 'moved-to'), 'utf8')).trim(), home)
  assert.match(told[0] ?? '', /cannot enter/)
  assert.equal(await settle(asked), home)
  assert.equal(told.length, 1)
  assert.equal((await stat(closed)).mode & 0o777, 0o700)
})

test('a database that is gone or closed off is never replaced by an empty one', async (t) => {
  const account = await findServerAccount()
  if (!account) return t.skip('only root runs PostgreSQL as another account')
  const { closed, settle } = await aClosedHome(t, account)
  await rm(await settle(join(closed, 'data')), { recursive: true })
  await assert.rejects(settle(join(closed, 'data')), { name: 'PostgresProblem', reason: 'lost-folder' })
  await mkdir(join(closed, 'older', 'cluster'), { recursive: true })
  await assert.rejects(settle(join(closed, 'older')), { name: 'PostgresProblem', reason: 'unreadable' })
})
