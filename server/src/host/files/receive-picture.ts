import type { Readable } from 'node:stream'
import type { House } from '../context.ts'
import { MAX_PICTURE_BYTES, type PictureFlaw } from './picture.ts'
import { storeImage, type StoredImage } from './store-image.ts'

/** Takes a picture as it arrives; reading stops at the limit, so that nobody fills the memory. */
export async function receivePicture(
  house: Pick<House, 'database' | 'clock'>,
  folder: string,
  body: Readable | undefined,
): Promise<{ readonly stored: StoredImage } | { readonly flaw: PictureFlaw | 'empty' }> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_PICTURE_BYTES) return { flaw: 'too_many_bytes' }
    chunks.push(chunk)
  }
  return bytes === 0 ? { flaw: 'empty' } : storeImage(house, folder, Buffer.concat(chunks))
}
