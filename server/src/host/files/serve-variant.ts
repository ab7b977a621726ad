import { originalPath, readIfThere, variantPath, writeWhole } from './folder.ts'
import { narrowed } from './picture.ts'
import type { FileRow } from './store-image.ts'

/** The widths that pages may ask for: a closed list, so that nobody can fill the disk with others. */
export const VARIANT_WIDTHS = [160, 320, 640, 1280] as const
export type VariantWidth = (typeof VARIANT_WIDTHS)[number]

const AT_ONCE = 2

/**
 * Narrower WebP copies, made when first asked for and kept on disk. Made eagerly, an import of a thousand pictures would
 * compute four thousand copies, minutes of both cores, of which most pages show a tenth; lazily, the first shopper of a
 * picture waits some 50 ms, once. What is asked for twice at once is made once, and two at a time at most, so that a page
 * full of new pictures does not take the shop's cores.
 */
export class VariantMaker {
  readonly #running = new Map<string, Promise<Buffer | undefined>>()
  readonly #waiting: (() => void)[] = []
  #busy = 0

  /** The copy's bytes; undefined when the original is gone from the disk. */
  async bytesOf(folder: string, file: FileRow, width: VariantWidth): Promise<Buffer | undefined> {
    const path = variantPath(folder, file.sha256, width)
    const kept = await readIfThere(path)
    if (kept) return kept
    const running = this.#running.get(path)
    if (running) return running
    const making = this.#make(folder, file, width, path).finally(() => this.#running.delete(path))
    this.#running.set(path, making)
    return making
  }

  async #make(folder: string, file: FileRow, width: VariantWidth, path: string): Promise<Buffer | undefined> {
    if (this.#busy >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#busy++
    try {
      const original = await readIfThere(originalPath(folder, file.sha256, file.media_type))
      if (!original) return undefined
      const bytes = await narrowed(original, width)
      await writeWhole(path, bytes)
      return bytes
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy--
    }
  }
}
