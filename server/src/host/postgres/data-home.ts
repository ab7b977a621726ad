import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { canEnter } from './account.ts'
import type { ServerAccount } from './account.ts'
import { PostgresProblem } from './problem.ts'

interface Wish {
  asked: string
  account: ServerAccount | undefined
  onProgress: (sentence: string) => void
  /** Where the data may live when the asked folder lies behind a door closed to the account (root's home is 0700). */
  fallbacks?: string[]
}

const pointerName = 'moved-to'

/** The folder in which the database lives: the one asked for, or the one that its pointer file `moved-to` names. */
export async function settleDataHome({ asked, account, onProgress, fallbacks }: Wish): Promise<string> {
  const folder = resolve(asked)
  await makeFolder(folder, account)
  const pointer = join(folder, pointerName)
  const remembered = (await readFile(pointer, 'utf8').catch(() => '')).trim()
  if (remembered) return await followPointer(remembered, pointer)
  if (!account || canEnter(account, folder)) return await realpath(folder)
  if (await exists(join(folder, 'cluster'))) throw closedDoor(folder, account)
  const home = await findOpenPlace(folder, account, fallbacks ?? ['/var/lib', tmpdir()])
  await writeFile(pointer, `${home}\n`)
  onProgress(`The account "${account.name}" cannot enter ${folder}, so the database lives in ${home}.`)
  if (home.startsWith(tmpdir()))
    onProgress(`${home} may be emptied when the machine restarts: choose a lasting folder.`)
  return home
}

// Folders that we make ourselves must let the account through, whatever the umask.
async function makeFolder(folder: string, account: ServerAccount | undefined): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (!account) return
  if ((await stat(folder)).uid === 0) await addTraversal(folder)
  for (let made = folder; first && made.length > first.length;) {
    made = dirname(made)
    await addTraversal(made)
  }
}

async function addTraversal(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  await chmod(folder, (mode & 0o777) | 0o111)
}

async function followPointer(home: string, pointer: string): Promise<string> {
  if (await exists(home)) return await realpath(home)
  throw new PostgresProblem(
    'lost-folder',
    `The database should be in ${home} (${pointer} says so), but that folder is gone.`,
    `Bring the folder back from a backup; to begin with an empty database instead, delete ${pointer}.`,
  )
}

function closedDoor(folder: string, account: ServerAccount): PostgresProblem {
  return new PostgresProblem(
    'unreadable',
    `The account "${account.name}" can no longer enter ${folder}, which holds the database.`,
    `Let it through (chmod o+x on each folder above), or move the folder to a place that all accounts can enter.`,
  )
}

async function findOpenPlace(asked: string, account: ServerAccount, parents: string[]): Promise<string> {
  const name = `fondaco-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`
  for (const parent of parents) {
    const place = join(parent, name)
    await mkdir(place).catch(() => undefined)
    const found = await lstat(place).catch(() => undefined)
    // In a folder open to all, a stranger could have put a folder or link of this name there before us.
    if (!found?.isDirectory() || found.uid !== 0) continue
    await chmod(place, 0o711)
    if (canEnter(account, place)) return await realpath(place)
  }
  throw new PostgresProblem(
    'unreadable',
    `The account "${account.name}", as which PostgreSQL must run, can enter neither ${asked} nor ${parents.join(' nor ')}.`,
    'Choose a data folder that all accounts can enter, or start Fondaco with an ordinary account.',
  )
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  )
}
