import type { ProductImage } from './product.ts'

/** Per cent from the left and from the top. */
export interface FocalPoint {
  readonly x: number
  readonly y: number
}

/** Nothing said of it keeps what stood there, as an import says nothing; null puts it back into the middle. */
export function withFocals(before: readonly ProductImage[], wanted: readonly ProductImage[]): ProductImage[] {
  const known = new Map(before.map(({ fileId, focal }) => [fileId, focal]))
  return wanted.map(({ focal, ...image }) => {
    const now = focal === undefined ? known.get(image.fileId) : focal
    return now ? { ...image, focal: { x: now.x, y: now.y } } : image
  })
}

export function sameFocal(a: FocalPoint | null | undefined, b: FocalPoint | null | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y
}
