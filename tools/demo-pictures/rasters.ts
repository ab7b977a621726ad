import sharp from 'sharp'
import { chance, noise } from './chance.ts'
import { darker, mix, rgb } from './colours.ts'

type Shade = (x: number, y: number) => string | readonly [number, number, number]

/** Paints a pattern pixel by pixel (four samples each, so that edges are smooth) and returns it as a data address. */
async function paint(width: number, height: number, shade: Shade): Promise<string> {
  const bytes = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [red, green, blue] = [0, 0, 0]
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const colour = shade(x + dx, y + dy)
        const part = typeof colour === 'string' ? rgb(colour) : colour
        red += part[0]
        green += part[1]
        blue += part[2]
      }
      bytes.set([red / 4, green / 4, blue / 4], (y * width + x) * 3)
    }
  }
  const png = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

/**
 * Combed marbled paper as binders make it: bands of ink on a bath, drawn up and down with a wide comb, then across
 * with a fine one. Each comb stroke is a shear that falls off with distance from the tooth, so it can be undone
 * exactly: every pixel is traced back to the band that it came from.
 */
export async function marbledPaper(
  colours: readonly string[],
  seed: number,
  width: number,
  height: number,
): Promise<string> {
  const [drift, wobble] = [noise(seed), noise(seed + 7)]
  const next = chance(seed + 3)
  const bands: string[] = []
  while (bands.length < 96) {
    const colour = colours[Math.floor(next() * colours.length)] ?? '#ffffff'
    if (colour !== bands.at(-1)) bands.push(colour)
  }
  const tooth = (along: number, pitch: number, reach: number) => {
    const nearest = Math.round(along / pitch)
    const distance = Math.abs(along - nearest * pitch)
    return (nearest % 2 === 0 ? 1 : -1) * reach * 0.5 ** ((distance / (pitch * 0.3)) ** 1.5)
  }
  return paint(width, height, (x, y) => {
    const across = x + tooth(y + 30 * wobble(x / 150, y / 150), 58, 17)
    const up = y + tooth(across + 34 * drift(across / 200, y / 260), 74, 84)
    const band = (up + 90 * drift(across / 130, up / 130) + 4000) / 15
    return bands[Math.floor(band) % bands.length] ?? '#ffffff'
  })
}

/** Olive wood: rings stretched along the board, with darker veins. */
export async function oliveWood(width: number, height: number): Promise<string> {
  const [large, fine] = [noise(41), noise(42)]
  const [pale, warm, vein] = ['#d9b27c', '#b98349', '#6f4423']
  return paint(width, height, (x, y) => {
    const bend = 190 * large(x / 260, y / 620) + 40 * fine(x / 70, y / 260)
    const ring = 0.5 + 0.5 * Math.sin((x + bend * 2.1) / 15)
    const base = mix(pale, warm, 0.2 + 0.55 * ring * fine(x / 30 + 9, y / 400))
    const dark = Math.max(0, Math.sin((x + bend * 3.2) / 47) - 0.78) * 3.4
    return mix(mix(base, vein, Math.min(0.75, dark * 0.8)), darker(base, 0.4), 0.14 * fine(x / 2.2, y / 70))
  })
}
