import type { FocalPoint } from '../../departments/catalog/index.ts'
import { html, type Html } from '../../host/http/html.ts'

const WIDTHS = [160, 320, 640, 1280] as const

export interface PictureOptions {
  readonly alt: string
  /** How wide the picture stands on the page, as `sizes` says it. */
  readonly sizes: string
  /** The largest picture of the first screen is not put off. */
  readonly first?: boolean
  /** What must be seen of it, in per cent; the middle unless told. */
  readonly focal?: FocalPoint | undefined
}

/** A picture in a box of fixed shape: its place is there before its bytes are. */
export function picture(fileId: string | null, { alt, sizes, first = false, focal }: PictureOptions): Html {
  if (fileId === null && alt === '') return html`<span class="no-picture" aria-hidden="true"></span>`
  if (fileId === null) return html`<span class="no-picture" role="img" aria-label="${alt}"></span>`
  const srcset = WIDTHS.map((width) => `${fileUrl(fileId, width)} ${width}w`).join(', ')
  return html`<img
    src="${fileUrl(fileId, 640)}"
    srcset="${srcset}"
    sizes="${sizes}"
    alt="${alt}"
    width="640"
    height="640"
    ${first ? html` fetchpriority="high"` : html` loading="lazy"`}
    decoding="async"
    ${focal && html` class="${focalClass(focal)}"`}
  />`
}

/** In steps of five per cent: focal.css knows no others. */
function focalClass({ x, y }: FocalPoint): string {
  const step = (per: number) => Math.round(per / 5) * 5
  return `seen-x-${step(x)} seen-y-${step(y)}`
}

export function fileUrl(fileId: string, width: (typeof WIDTHS)[number]): string {
  return `/files/${fileId}/${width}.webp`
}
