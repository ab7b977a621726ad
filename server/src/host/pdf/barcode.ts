import bwip from 'bwip-js'
import type { Sheet } from './paper.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Modules of white on either side, without which scanners do not see where it begins (ISO/IEC 15417). */
const QUIET_ZONE = 10

/** Code 128, as wide as its place: letters and digits that a scanner types. Told as what it says. */
export function barcode({ pdf, root }: Sheet, text: string, { x, y, width, height }: Place): void {
  const widths = barsOf(text)
  const modules = widths.reduce((sum, one) => sum + one, 0) + 2 * QUIET_ZONE
  const unit = width / modules
  const element = pdf.struct('Figure', { alt: text }, () => {
    let at = x + QUIET_ZONE * unit
    for (const [index, bars] of widths.entries()) {
      if (index % 2 === 0) pdf.rect(at, y, bars * unit, height)
      at += bars * unit
    }
    pdf.fill('#000000')
  })
  root.add(element)
  element.end()
}

/** Bar, space, bar, space ... in modules. */
function barsOf(text: string): readonly number[] {
  const [drawn] = bwip.raw({ bcid: 'code128', text }) as readonly { readonly sbs?: readonly number[] }[]
  return drawn?.sbs ?? []
}
