import { darker, lighter, palette } from './colours.ts'

/** The pointed arch of Venetian Gothic windows: out, in, and up to a tip. The emblem of the shop. */
export function ogee(x: number, y: number, width: number, height: number, rise = width * 0.95): string {
  const spring = y + rise
  const middle = x + width / 2
  return `M${x} ${y + height}V${spring}C${x} ${y + rise * 0.32} ${middle - width * 0.07} ${y + rise * 0.5} ${middle} ${y}C${middle + width * 0.07} ${y + rise * 0.5} ${x + width} ${y + rise * 0.32} ${x + width} ${spring}V${y + height}Z`
}

export interface WindowLook {
  shutter: string
  glass?: string
  stone?: string
  box?: boolean
  lit?: boolean
}

/** One Gothic window with its stone surround, panes, open shutters and, where asked for, a box of geraniums. */
export function gothicWindow(x: number, y: number, width: number, height: number, look: WindowLook): string {
  const stone = look.stone ?? '#efe6d6'
  const edge = width * 0.12
  const glass = look.lit ? '#f0c879' : (look.glass ?? '#5d7476')
  const shutterWidth = width * 0.46
  const top = y + width * 0.78
  const shutter = (left: number) =>
    `<rect x="${left}" y="${top}" width="${shutterWidth}" height="${y + height - top}" fill="${look.shutter}"/>` +
    Array.from({ length: 9 }, (_, row) => {
      const at = top + ((y + height - top) / 9) * row
      return `<path d="M${left + shutterWidth * 0.14} ${at + 4}h${shutterWidth * 0.72}" stroke="${darker(look.shutter, 0.32)}" stroke-width="${width * 0.022}"/>`
    }).join('')
  const outer = ogee(x - edge, y - edge * 1.6, width + edge * 2, height + edge * 1.6)
  const pane = ogee(x, y, width, height)
  const mullions = `<path d="M${x + width / 2} ${y}V${y + height}M${x} ${y + height * 0.62}h${width}M${x} ${y + height * 0.36}h${width}" stroke="${lighter(stone, 0.1)}" stroke-width="${width * 0.045}"/>`
  const box = look.box ? flowerBox(x - edge, y + height - width * 0.02, width + edge * 2) : ''
  return `${shutter(x - edge - shutterWidth)}${shutter(x + width + edge)}
  <path d="${outer}" transform="translate(${width * 0.03} ${width * 0.03})" fill="#3d2b1c" opacity="0.22"/>
  <path d="${outer}" fill="${stone}"/><path d="${pane}" fill="${glass}"/>
  <path d="${pane}" fill="#fff" opacity="0.12" transform="translate(${-width * 0.04} 0)"/>${mullions}
  <path d="${pane}" fill="none" stroke="${darker(stone, 0.3)}" stroke-width="${width * 0.025}"/>
  <rect x="${x - edge * 2}" y="${y + height}" width="${width + edge * 4}" height="${width * 0.13}" fill="${stone}"/>
  <rect x="${x - edge * 2}" y="${y + height + width * 0.13}" width="${width + edge * 4}" height="${width * 0.05}" fill="${darker(stone, 0.35)}" opacity="0.6"/>${box}`
}

function flowerBox(x: number, y: number, width: number): string {
  const high = width * 0.16
  const count = 13
  const blooms = Array.from({ length: count }, (_, index) => {
    const at = x + (width / count) * (index + 0.5)
    const up = high * (0.25 + 0.5 * Math.abs(Math.sin(index * 2.3)))
    const colour = [palette.terracotta, '#c8473a', palette.rose][index % 3]
    return `<circle cx="${at}" cy="${y - up * 0.4}" r="${high * 0.42}" fill="${palette.moss}"/>
    <circle cx="${at + high * 0.12}" cy="${y - up}" r="${high * 0.26}" fill="${colour}"/>`
  }).join('')
  return `${blooms}<rect x="${x}" y="${y}" width="${width}" height="${high}" rx="${high * 0.12}" fill="${palette.brick}"/>`
}

/** A mooring pole with its spiral of paint. */
export function mooringPole(x: number, top: number, bottom: number, width: number, paint: string): string {
  const id = `pole${Math.round(x)}x${Math.round(top)}x${Math.round(width)}`
  const turns = Array.from({ length: Math.ceil((bottom - top) / (width * 1.7)) }, (_, turn) => {
    const y = top + turn * width * 1.7
    return `<path d="M${x - width} ${y + width * 1.1}L${x + width} ${y - width * 0.1}v${width * 0.8}L${x - width} ${y + width * 1.9}Z" fill="${paint}"/>`
  }).join('')
  return `<clipPath id="${id}"><rect x="${x - width / 2}" y="${top}" width="${width}" height="${bottom - top}" rx="${width * 0.12}"/></clipPath>
  <g clip-path="url(#${id})"><rect x="${x - width / 2}" y="${top}" width="${width}" height="${bottom - top}" fill="#f3ead9"/>${turns}
  <rect x="${x + width * 0.1}" y="${top}" width="${width * 0.4}" height="${bottom - top}" fill="#2a1d12" opacity="0.18"/></g>
  <circle cx="${x}" cy="${top - width * 0.28}" r="${width * 0.4}" fill="${palette.ochre}"/>`
}

/** Still water: short strokes that grow wider and rarer towards the viewer. */
export function ripples(x: number, y: number, width: number, height: number, colour: string, seed = 1): string {
  const rows = 16
  return Array.from({ length: rows }, (_, row) => {
    const near = row / rows
    const at = y + height * near ** 1.25 + 6
    const count = 5 - Math.round(near * 2)
    return Array.from({ length: count }, (_unused, index) => {
      const length = width * (0.05 + 0.11 * near)
      const place = (Math.sin((row + 1) * 12.9 + index * 78.2 + seed) * 43758.5) % 1
      const left = x + (width - length) * Math.abs(place)
      return `<path d="M${left.toFixed(1)} ${at.toFixed(1)}q${(length / 4).toFixed(1)} ${(-3 - near * 5).toFixed(1)} ${(length / 2).toFixed(1)} 0t${(length / 2).toFixed(1)} 0" stroke="${colour}" stroke-width="${(1.5 + near * 4).toFixed(1)}" fill="none" stroke-linecap="round" opacity="${(0.35 + near * 0.3).toFixed(2)}"/>`
    }).join('')
  }).join('')
}
