/** Faults that the house must find in itself. Each is planted alone into a copy of the tree, and something must turn red. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ROOT, childEnvironment } from '../../tools/commands.ts'

export interface Change {
  readonly title: string
  readonly path: string
  readonly plant: (text: string) => string
}

export interface Fault extends Change {
  /** What is run in the copy, as arguments of node. */
  readonly command: readonly string[]
  /** What it must say: what is wrong, where, and how to mend it. */
  readonly says: readonly RegExp[]
}

const architecture = ['--test', 'tests/architecture/architecture.test.ts']
const translations = ['--test', 'tests/architecture/translations.test.ts']
export const TYPES = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']

const mend = /mend: /

export const ROUTE_WITHOUT_PERMISSION = {
  title: 'a route without a permission',
  path: 'server/src/departments/orders/http/order-routes.ts',
  plant: (text: string) => text.replace("    permission: 'orders:read',\n", ''),
}

export const FAULTS: readonly Fault[] = [
  {
    title: 'a domain that asks the database',
    path: 'server/src/departments/orders/domain/basket.ts',
    plant: (text) =>
      `import { sql } from '../../../host/database/sql.ts'\n${text}\nexport const planted = sql\`SELECT 1\`\n`,
    command: architecture,
    says: [/departments\/orders\/domain\/basket\.ts:1/, /imports/, mend],
  },
  {
    title: "a department that reaches into another's store",
    path: 'server/src/departments/payments/use-cases/open-payment.ts',
    plant: (text) =>
      `import { insertOrder } from '../../orders/store/orders.ts'\n${text}\nexport const planted = insertOrder\n`,
    command: architecture,
    says: [/payments\/use-cases\/open-payment\.ts:1/, /orders\/store\/orders\.ts/, mend],
  },
  {
    title: 'a department that depends on one above it',
    path: 'server/src/departments/ledger/department.ts',
    plant: (text) => text.replace(/dependsOn: \[[^\]]*\]/, "dependsOn: ['orders']"),
    command: architecture,
    says: [/ledger/, /downwards|circle|cycle|each other/, mend],
  },
  {
    title: 'a price in floating point',
    path: 'server/src/departments/pricing/domain/tax-of.ts',
    plant: (text) => `${text}\nexport const planted = (price: number) => Math.round(price * 1.22 * 100) / 100\n`,
    command: architecture,
    says: [/pricing\/domain\/tax-of\.ts/, mend],
  },
  {
    title: 'an amount in a column of floating point',
    path: 'server/src/departments/pricing/migrations/0001-pricing.sql',
    plant: (text) => `${text}\nCREATE TABLE pricing.planted (id uuid PRIMARY KEY, price double precision NOT NULL);\n`,
    command: architecture,
    says: [/0001-pricing\.sql/, mend],
  },
  {
    title: 'a sentence written into a page',
    path: 'server/src/storefront/pages/basket.ts',
    plant: (text) => `${text}\nexport const planted = html\`<p>Your basket is waiting for you</p>\`\n`,
    command: translations,
    says: [/storefront\/pages\/basket\.ts/, /Your basket is waiting for you/, /locales/],
  },
  {
    title: 'a message that one language lacks',
    path: 'server/src/departments/orders/locales/it.json',
    plant: (text) => text.replace(/"basket_empty": \{[^}]*\},/, ''),
    command: translations,
    says: [/orders\/locales\/it\.json/, /basket_empty/],
  },
  { ...ROUTE_WITHOUT_PERMISSION, command: TYPES, says: [/orders\/http\/order-routes\.ts/, /permission/] },
]

/** The tree as it is, without what is installed or built. */
export function copyTree(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fondaco-planted-'))
  const left = new Set(['node_modules', '.git', 'dist', 'data', 'results'])
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !left.has(basename(path)) })
  for (const home of ['.', ...readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'package.json')))]) {
    const installed = join(ROOT, home, 'node_modules')
    if (existsSync(installed)) symlinkSync(installed, join(folder, home, 'node_modules'))
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Plants, runs `work`, and takes the fault out again. */
export async function planted<T>(folder: string, { path, plant, title }: Change, work: () => Promise<T>): Promise<T> {
  const file = join(folder, path)
  const sound = readFileSync(file, 'utf8')
  const faulty = plant(sound)
  if (faulty === sound)
    throw new Error(`"${title}" could not be planted: ${path} has changed. Mend tests/checks/planted.ts.`)
  writeFileSync(file, faulty)
  try {
    return await work()
  } finally {
    writeFileSync(file, sound)
  }
}

export function runIn(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], {
      cwd: folder,
      env: { ...childEnvironment(), NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
