import assert from 'node:assert/strict'
import { constants } from 'node:fs'
import { chmod, cp, readFile, readlink, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { findServerAccount } from './account.ts'
import { findPackage, linkLibraries, prepareBinaries } from './package-binaries.ts'
import type { Binaries } from './package-binaries.ts'
import { aFolder } from './testing/database-folder.ts'

interface Unlinked {
  home: string
  packageFolder: string
  links: { source: string; target: string }[]
}

/** The package as npm leaves it when install scripts are off: without its library links. */
async function aPackageWithoutLinks(t: TestContext): Promise<Unlinked> {
  const home = await aFolder()
  t.after(async () => await rm(home, { recursive: true, force: true }))
  await chmod(home, 0o755)
  const packageFolder = join(home, 'package')
  const copying = { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE }
  await cp(findPackage(), packageFolder, copying)
  const links = JSON.parse(
    await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'),
  ) as Unlinked['links']
  for (const { target } of links) await rm(join(packageFolder, target), { force: true })
  return { home, packageFolder, links }
}

async function prepare(unlinked: Unlinked, told: string[] = []): Promise<Binaries> {
  const account = await findServerAccount()
  return await prepareBinaries({ ...unlinked, account, onProgress: (sentence) => told.push(sentence) })
}

test('library links that an install left out are made again, and the programs run in place', async (t) => {
  const unlinked = await aPackageWithoutLinks(t)
  assert.ok(unlinked.links.length > 5)
  const binaries = await prepare(unlinked)
  assert.equal(binaries.folder, join(unlinked.packageFolder, 'native'))
  assert.equal(binaries.major, 18)
  for (const { source, target } of unlinked.links) {
    assert.equal(await readlink(join(unlinked.packageFolder, target)), basename(source))
  }
  await linkLibraries(unlinked.packageFolder)
})

test('programs that the account cannot reach are copied beside the data, once', async (t) => {
  if (!(await findServerAccount())) return t.skip('only root runs PostgreSQL as another account')
  const unlinked = await aPackageWithoutLinks(t)
  await chmod(unlinked.packageFolder, 0o700)
  const told: string[] = []
  const first = await prepare(unlinked, told)
  const second = await prepare(unlinked, told)
  assert.equal(first.folder, join(unlinked.home, 'binaries-18.4.0-beta.17'))
  assert.deepEqual(second, first)
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /Copying the PostgreSQL programs/)
})

test('programs that do not run are refused with a remedy', async (t) => {
  const unlinked = await aPackageWithoutLinks(t)
  await rm(join(unlinked.packageFolder, 'native', 'lib', 'libicuuc.so.60.2'))
  await assert.rejects(prepare(unlinked), { name: 'PostgresProblem', reason: 'binaries' })
})
