import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, type Import } from './imports.ts'
import { scan, type Scan } from './scan.ts'

/** The floors and names that house.md gives; a folder of another name has no floor to stand on. */
export const FLOORS = ['kernel', 'host', 'departments', 'flows', 'storefront', 'apps', 'providers'] as const
export type Floor = (typeof FLOORS)[number]

export const DEPARTMENTS = [
  ...['catalog', 'pricing', 'tax', 'content', 'customers', 'marketing', 'analytics'],
  ...['orders', 'payments', 'inventory', 'purchasing', 'fulfilment', 'returns', 'care', 'gift-cards', 'loyalty'],
  ...['ledger', 'documents', 'bank', 'finance', 'planning', 'legal'],
  ...['donations', 'public-services', 'trade'],
  ...['organisation', 'people', 'work', 'operations'],
]

/** Screens of the host's settings and of the flow that sets the house up; they have no department behind them. */
export const OFFICE_ROOMS = ['settings', 'set-up']

/** Where a file stands: server/src/departments/orders/domain/x.ts is floor departments, unit orders, room domain. */
export type Place = { floor: Floor; unit: string; room: string }

export type SourceFile = {
  path: string
  text: string
  place: Place | undefined
  isTest: boolean
  isTypeScript: boolean
  readonly scan: Scan
  readonly imports: Import[]
}

export type House = { files: SourceFile[] }

export function houseOf(texts: Record<string, string>): House {
  return { files: Object.entries(texts).map(([path, text]) => sourceFile(path, text)) }
}

/** The files that git tracks or would track; anything else is not part of the house. */
export function readHouse(root: string): House {
  const texts: Record<string, string> = {}
  for (const path of listFiles(root)) {
    if (!/\.(?:[cm]?tsx?|mjs|md|sql|json|css|html)$/.test(path) || path.endsWith('package-lock.json')) continue
    if (existsSync(join(root, path))) texts[path] = readFileSync(join(root, path), 'utf8')
  }
  return houseOf(texts)
}

export function placeOf(path: string): Place | undefined {
  const parts = /^server\/src\/([^/]+)\/(.+)$/.exec(path)
  const floor = FLOORS.find((name) => name === parts?.[1])
  if (floor === undefined || parts?.[2] === undefined) return undefined
  const rest = parts[2].split('/')
  if (floor !== 'departments' && floor !== 'flows') return { floor, unit: rest[0] ?? '', room: '' }
  return { floor, unit: rest[0] ?? '', room: rest.slice(1).length > 1 ? (rest[1] ?? '') : (rest.at(-1) ?? '') }
}

/** Tests and builders may look behind the doors of their own department. */
export function isTestPath(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/testing\//.test(path)
}

function sourceFile(path: string, text: string): SourceFile {
  const isTypeScript = /\.[cm]?tsx?$/.test(path) || path.endsWith('.mjs')
  let scanned: Scan | undefined
  let imports: Import[] | undefined
  return {
    path,
    text,
    place: placeOf(path),
    isTest: isTestPath(path),
    isTypeScript,
    get scan() {
      return (scanned ??= scan(isTypeScript ? text : ''))
    },
    get imports() {
      return (imports ??= importsOf(path, text, this.scan))
    },
  }
}

function listFiles(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return [...new Set(listed.split('\0').filter(Boolean))]
  } catch {
    return walk(root, '')
  }
}

/** Without git (an unpacked archive) the ignored folders are known by name. */
function walk(root: string, folder: string): string[] {
  const ignored = new Set(['node_modules', 'dist', 'data', '.git'])
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return ignored.has(entry.name) ? [] : walk(root, path)
  })
}
