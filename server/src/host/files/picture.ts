import type { Sharp } from 'sharp'

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
export const MAX_PICTURE_PIXELS = 50_000_000

/** What is wrong with bytes that were handed in as a picture. The caller makes it a refusal in its own words. */
export type PictureFlaw = 'not_a_picture' | 'too_many_bytes' | 'too_many_pixels'

export interface Picture {
  readonly bytes: Buffer
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** Loaded for the first picture: most processes of the house see none. */
async function openSharp() {
  const { default: sharp } = await import('sharp')
  // libvips' own cache holds decoded pictures for reuse that never comes: every picture is read once.
  sharp.cache(false)
  // Two cores' worth of threads are left to the shop; pictures may wait.
  sharp.concurrency(1)
  return sharp
}

/** SVG is missing on purpose: it is a document that may run scripts, not a picture. */
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff'])

/**
 * Decodes a picture whole (so that a file that is cut off or lies about its type is found now, by its content and never by
 * its name) and encodes it again upright, without metadata: photographs carry the place where they were taken and the
 * serial number of the camera. JPEG stays JPEG and PNG stays PNG; everything else becomes WebP.
 */
export async function cleanPicture(bytes: Buffer): Promise<Picture | PictureFlaw> {
  if (bytes.length > MAX_PICTURE_BYTES) return 'too_many_bytes'
  const found = await inspect(bytes)
  if (typeof found === 'string') return found
  try {
    const sharp = await openSharp()
    const upright = sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: 'error' }).rotate()
    const encoded = encodedLike(found.format, upright)
    const { data, info } = await encoded.pipeline.toBuffer({ resolveWithObject: true })
    return { bytes: data, mediaType: encoded.mediaType, width: info.width, height: info.height }
  } catch {
    return 'not_a_picture'
  }
}

async function inspect(bytes: Buffer): Promise<{ format: string } | PictureFlaw> {
  try {
    const sharp = await openSharp()
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!READABLE.has(format) || !width || !height) return 'not_a_picture'
    return width * height > MAX_PICTURE_PIXELS ? 'too_many_pixels' : { format }
  } catch {
    return 'not_a_picture'
  }
}

function encodedLike(format: string, upright: Sharp): { pipeline: Sharp; mediaType: Picture['mediaType'] } {
  if (format === 'jpeg') {
    return { pipeline: upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }), mediaType: 'image/jpeg' }
  }
  if (format === 'png') return { pipeline: upright.png(), mediaType: 'image/png' }
  return { pipeline: upright.webp({ quality: 95 }), mediaType: 'image/webp' }
}

/** A narrower copy for pages. Never wider than the picture itself. */
export async function narrowed(original: Buffer, width: number): Promise<Buffer> {
  const sharp = await openSharp()
  return sharp(original, { limitInputPixels: MAX_PICTURE_PIXELS })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80, effort: 4 })
    .toBuffer()
}
