import { html, type Html } from '../../host/http/html.ts'

const WIDTHS = [160, 320, 640, 1280] as const

export interface PictureOptions {
  readonly alt: string
  /** How wide the picture stands on the page, as `sizes` says it. */
  readonly sizes: string
  /** The largest picture of the first screen is not put off. */
  readonly first?: boolean
}

/** A picture in a box of fixed shape: its place is there before its bytes are. */
export function picture(fileId: string | null, { alt, sizes, first = false }: PictureOptions): Html {
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
  />`
}

export function fileUrl(fileId: string, width: (typeof WIDTHS)[number]): string {
  return `/files/${fileId}/${width}.webp`
}
