import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** The whole of an upload, held in memory, or why not. */
export async function receiveWhole(
  upload: Readable | undefined,
  mostBytes: number,
): Promise<Buffer | 'empty' | 'too_large'> {
  if (!upload) return 'empty'
  const parts: Buffer[] = []
  let size = 0
  for await (const part of upload as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) {
      upload.destroy()
      await once(upload, 'close').catch(() => {})
      return 'too_large'
    }
    parts.push(part)
  }
  return size === 0 ? 'empty' : Buffer.concat(parts)
}
