import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const TEMPLATE_SETTING = 'FONDACO_SHOP_TEMPLATE'
const TOKENS = 'tokens.json'
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Of each role. */
export type Tokens = Readonly<Record<string, { readonly token: string }>>

interface ShopFolder {
  readonly dataFolder: string
  readonly tokens?: Tokens
}

/** A folder of one's own: a copy of the template where the run has one (shop-template.ts), else empty. */
export async function makeShopFolder(): Promise<ShopFolder> {
  const template = process.env[TEMPLATE_SETTING]
  if (template === undefined) return { dataFolder: mkdtempSync(join(tmpdir(), 'fondaco-living-')) }
  const dataFolder = mkdtempSync(join(memory, 'fondaco-living-'))
  // Of all ways to copy, this one keeps whose the files are: PostgreSQL has an account of its own where we are root.
  await promisify(execFile)('cp', ['-a', `${template}/.`, dataFolder])
  // Two copies that begin together at the template's port would push each other from it.
  rmSync(join(dataFolder, 'port'), { force: true })
  return { dataFolder, tokens: JSON.parse(readFileSync(join(dataFolder, TOKENS), 'utf8')) as Tokens }
}

export function keepTokens(dataFolder: string, tokens: Tokens): void {
  writeFileSync(join(dataFolder, TOKENS), JSON.stringify(tokens))
}
