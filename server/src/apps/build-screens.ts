import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from './terminal.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const builder = join(root, 'tools', 'build.ts')

interface Screen {
  readonly sources: readonly string[]
  readonly built: string
}

const screens: readonly Screen[] = [
  {
    sources: [
      'backoffice/src',
      'backoffice/public',
      'backoffice/index.html',
      'backoffice/vite.config.ts',
      'backoffice/package.json',
    ],
    built: 'backoffice/dist',
  },
  { sources: ['server/src/storefront/islands'], built: 'server/dist/islands' },
]

/** Builds what browsers run where it is missing or older than its sources. A packed server brings it along. */
export async function buildScreens(onProgress: (sentence: string) => void): Promise<void> {
  if (!existsSync(builder) || !screens.some(isStale)) return
  onProgress('Building back office and islands; this happens once after each change and takes some seconds.')
  const words: string[] = []
  const child = spawn(process.execPath, [builder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk: Buffer) => words.push(chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString('utf8')))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code === 0) return
  throw new Problem(
    `The back office could not be built:\n${words.join('').trim().split('\n').slice(-12).join('\n')}`,
    'Run "npm ci" to get the build tools, then "npm run build" to see the whole output.',
  )
}

function isStale({ sources, built }: Screen): boolean {
  const present = sources.map((path) => join(root, path)).filter((path) => existsSync(path))
  if (present.length === 0) return false
  const folder = join(root, built)
  return !existsSync(folder) || Math.max(...present.map(newest)) > newest(folder)
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const inside = readdirSync(path).map((name) => newest(join(path, name)))
  return Math.max(0, ...inside)
}
