import { csvOf, type CsvCell } from './csv.ts'

/** Hands a file to the person. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function downloadCsv(name: string, rows: readonly (readonly CsvCell[])[]): void {
  download(`${name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))
}

const MARGIN = 24
const HEAD = 40
const DENSITY = 2

/** What is drawn inside `place`, under its title, as a picture twice as fine as the screen's. */
export async function downloadPng(name: string, place: HTMLElement, title: string): Promise<void> {
  const drawn = place.querySelector<HTMLCanvasElement | SVGSVGElement>('canvas, svg[data-chart]')
  if (!drawn) return
  const { width, height } = drawn.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * MARGIN) * DENSITY
  canvas.height = (height + 2 * MARGIN + HEAD) * DENSITY
  const pen = canvas.getContext('2d')
  if (!pen) return
  const look = getComputedStyle(place)
  pen.scale(DENSITY, DENSITY)
  pen.fillStyle = look.getPropertyValue('--office-surface') || '#fff'
  // A custom property may hold light-dark(); a colour that was computed does not.
  pen.fillStyle = getComputedStyle(place.closest('section') ?? place).backgroundColor
  pen.fillRect(0, 0, width + 2 * MARGIN, height + 2 * MARGIN + HEAD)
  pen.fillStyle = look.color
  pen.font = `600 16px ${look.fontFamily}`
  pen.fillText(title, MARGIN, MARGIN + 16)
  pen.drawImage(drawn instanceof SVGSVGElement ? await pictureOf(drawn) : drawn, MARGIN, MARGIN + HEAD, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) download(`${name}.png`, blob)
}

const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
  'dominant-baseline',
]

/** A drawing that carries its looks as attributes, since a picture knows no stylesheet. */
async function pictureOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index]
    if (!original) continue
    const look = getComputedStyle(original)
    for (const name of LOOKS) element.setAttribute(name, look.getPropertyValue(name))
    element.removeAttribute('class')
  }
  const { width, height } = drawing.getBoundingClientRect()
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}
