/** The shop's palette: plaster, water and stone of the lagoon. Every drawn picture takes its colours from here. */
export const palette = {
  ivory: '#f4ecdc',
  cream: '#ece0c8',
  sand: '#d6c2a0',
  clay: '#c9a982',
  ochre: '#cf9a48',
  terracotta: '#b65a3c',
  rose: '#d79c8a',
  brick: '#94412f',
  plum: '#6b3c50',
  lagoon: '#3f8286',
  deep: '#1f4d57',
  mist: '#a9c3c0',
  ink: '#27364b',
  moss: '#6f7850',
  charcoal: '#3a3938',
  oak: '#b98d5b',
} as const

type Rgb = readonly [number, number, number]

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

export function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgb(from), rgb(to)]
  const parts = a.map((part, index) => Math.round(part + ((b[index] ?? 0) - part) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export const lighter = (colour: string, share: number): string => mix(colour, '#fffaf0', share)
export const darker = (colour: string, share: number): string => mix(colour, '#231a14', share)
