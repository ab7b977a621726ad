/**
 * `npm run build`: what browsers run. The back office becomes backoffice/dist, the storefront's islands server/dist/islands.
 * A part whose inputs have the hash that its stamp names is passed over, so that a second run costs next to nothing.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { ROOT } from './commands.ts'

type Part = {
  name: string
  /** Everything that the outcome depends on; a lockfile stands for all packages. */
  inputs: string[]
  folder: string
  /** Into an empty folder, absolute. */
  build(outDir: string): Promise<void>
}

const SHARED_INPUTS = ['package-lock.json', 'tools/build.ts']
const STAMP = '.stamp'
const ISLANDS = 'server/src/storefront/islands/*.{ts,tsx}'

const parts: Part[] = [
  {
    name: 'back office',
    inputs: ['backoffice/src/**/*', 'backoffice/public/**/*', 'backoffice/{index.html,vite.config.ts,package.json}'],
    folder: 'backoffice/dist',
    build: buildBackOffice,
  },
  {
    name: 'islands',
    inputs: ['server/src/storefront/islands/**/*'],
    folder: 'server/dist/islands',
    build: buildIslands,
  },
]

for (const part of parts) {
  const files = filesOf(part)
  if (files.length === 0) continue
  const hash = hashOf([...files, ...SHARED_INPUTS])
  if (!process.argv.includes('--force') && isFresh(part, hash)) {
    console.log(`${part.name}: up to date`)
    continue
  }
  const start = performance.now()
  console.log(`${part.name}: building ${files.length} files ...`)
  const fresh = join(ROOT, 'node_modules/.fondaco-build', `${basename(part.folder)}-${process.pid}`)
  await part.build(fresh)
  const script = compress(fresh)
  writeFileSync(join(fresh, STAMP), hash)
  putInPlace(fresh, join(ROOT, part.folder))
  console.log(`${part.name}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${script} KB of script compressed`)
}

async function buildBackOffice(outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build({ configFile: join(ROOT, 'backoffice/vite.config.ts'), logLevel: 'warn', build: { outDir } })
}

/** Preact, each island a module of its own; what several share becomes a module that they import beside them. */
async function buildIslands(outDir: string): Promise<void> {
  const { build } = await import('vite')
  const entries = globSync(ISLANDS, { cwd: ROOT }).filter((path) => !/\.(?:test|d)\.tsx?$/.test(path))
  await build({
    configFile: false,
    root: join(ROOT, 'server/src/storefront/islands'),
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [basename(path, extname(path)), join(ROOT, path)])),
        preserveEntrySignatures: 'allow-extension',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
}

/**
 * Built aside and moved in at the end: a server that is running, or a second build beside this one, never sees half of it.
 */
function putInPlace(fresh: string, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  for (let attempt = 0; ; attempt++) {
    const old = `${fresh}-old${attempt}`
    try {
      if (existsSync(folder)) renameSync(folder, old)
      renameSync(fresh, folder)
      return
    } catch (error) {
      // The other build was faster between the two lines.
      if (attempt === 5) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

/** Beside each file its compressed twins, made once here rather than at each request. Answers the KB of script as gzip. */
function compress(folder: string): number {
  let scriptBytes = 0
  for (const path of globSync('**/*.{js,css,svg,html}', { cwd: folder }).map((name) => join(folder, name))) {
    const bytes = readFileSync(path)
    const gzip = gzipSync(bytes, { level: 9 })
    if (path.endsWith('.js')) scriptBytes += gzip.length
    writeFileSync(`${path}.gz`, gzip)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
  }
  return Math.round(scriptBytes / 1024)
}

/** A checkout gives old content new dates: the stamp is dated anew, because the start of the program looks at dates alone. */
function isFresh(part: Part, hash: string): boolean {
  const stamp = stampOf(part)
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false
  const now = new Date()
  utimesSync(stamp, now, now)
  return true
}

function stampOf({ folder }: Part): string {
  return join(ROOT, folder, STAMP)
}

function filesOf({ inputs }: Part): string[] {
  return globSync(inputs, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.') && entry.name !== 'tsconfig.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  return hash.digest('hex')
}
