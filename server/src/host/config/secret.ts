import { hkdfSync, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The one secret from which every key of the program follows (HKDF, RFC 5869): one thing to keep, many keys apart. */
export interface Secret {
  /** 32 bytes for one purpose; the same purpose gets the same key, another purpose an unrelated one. */
  keyFor(purpose: string): Buffer
}

export function secretFrom(text: string): Secret {
  return { keyFor: (purpose) => Buffer.from(hkdfSync('sha256', text, 'fondaco', purpose, 32)) }
}

/** The secret of the settings, else the one kept in the data folder, made there at the first start. */
export async function loadSecret(settings: { secret: string | undefined; dataFolder: string }): Promise<Secret> {
  if (settings.secret !== undefined) return secretFrom(settings.secret)
  const file = join(settings.dataFolder, 'secret')
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (kept !== '') return secretFrom(kept)
  await mkdir(settings.dataFolder, { recursive: true })
  return secretFrom(await makeSecret(file))
}

/** Of two processes that make it at once, both go on with the one that got its name. */
async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  await chmod(file, 0o600)
  return (await readFile(file, 'utf8')).trim()
}
