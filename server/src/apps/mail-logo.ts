import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailLogo } from '../host/mail/mail-desk.ts'

const HIGH = 40
const WIDEST = 240

/**
 * The logo of a brand's folder as mails carry it: a PNG, since mail programs show no SVG, at twice its size. Read once for as long as
 * the process lives; undefined where the shop has none, or one that cannot be read, for a mail goes out without it.
 */
export function mailLogo(folder: string | undefined): () => Promise<MailLogo | undefined> {
  let known: Promise<MailLogo | undefined> | undefined
  return () => (known ??= folder === undefined ? Promise.resolve(undefined) : draw(folder).catch(() => undefined))
}

async function draw(folder: string): Promise<MailLogo | undefined> {
  const file = join(folder, 'organisation.json')
  if (!existsSync(file)) return undefined
  const { brand } = JSON.parse(await readFile(file, 'utf8')) as { readonly brand: { readonly logo: string } }
  // Loaded by who writes mails, and in no other process of the house.
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(join(folder, brand.logo), { density: 300 })
    .resize({ height: HIGH * 2, width: WIDEST * 2, fit: 'inside' })
    .png({ palette: true })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: Math.round(info.width / 2), height: Math.round(info.height / 2) }
}
