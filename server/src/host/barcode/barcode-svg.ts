import { createRequire } from 'node:module'
import type { RenderOptions, toSVG } from 'bwip-js'

const require = createRequire(import.meta.url)

/** A barcode of any kind as SVG. The library is two megabytes, loaded for the first that is drawn. */
export function barcodeSvg(options: RenderOptions): string {
  return (require('bwip-js') as { toSVG: typeof toSVG }).toSVG(options)
}
