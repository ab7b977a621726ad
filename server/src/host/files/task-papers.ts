/** Papers that a task made for who started it, and who fetches them: kept for a day, since they can be made again. */
import { mkdir, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../context.ts'

const KEPT_MS = 86_400_000

function folderOf({ ports }: Pick<House, 'ports'>): string {
  const folder = ports?.filesFolder
  if (folder === undefined) throw new Error('this house has no folder for files')
  return join(folder, 'papers')
}

const nameOf = (taskId: string) => `${taskId}.pdf`

export async function keepPaper(house: House, taskId: string, file: Uint8Array): Promise<void> {
  const folder = folderOf(house)
  await mkdir(folder, { recursive: true })
  await forgetOld(folder, house.clock.now().getTime() - KEPT_MS)
  const aside = join(folder, `${nameOf(taskId)}.part`)
  await writeFile(aside, file)
  await rename(aside, join(folder, nameOf(taskId)))
}

/** Undefined where there is none, or none any more. The caller closes it, or reads it to its end. */
export async function openPaperOf(house: Pick<House, 'ports'>, taskId: string): Promise<FileHandle | undefined> {
  return open(join(folderOf(house), nameOf(taskId))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function forgetOld(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(path, { force: true })
  }
}
