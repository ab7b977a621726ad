import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '../../backoffice/dist')

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

/** Script, as it is sent, that is loaded before the frame of the back office stands, with the words of one language. */
export function firstLoadKilobytes(): number {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const other of chunk.imports ?? []) add(other)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) add(key)
  for (const key of ['src/app/office.tsx', 'src/app/messages/en.ts']) add(key)
  const bytes = [...files].filter((file) => file.endsWith('.js')).map((file) => statSync(join(dist, `${file}.br`)).size)
  assert.ok(bytes.length > 3, 'the manifest names the parts of the frame')
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 1000)
}
