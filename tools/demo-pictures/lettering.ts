/**
 * The shop's own capitals, drawn as single strokes on a height of 100, so that no picture depends on the fonts of the
 * machine that draws it. Each letter: its width and its path.
 */
const letters: Record<string, readonly [number, string]> = {
  A: [80, 'M0 100L40 0L80 100M15 64H65'],
  B: [59, 'M0 0V100H32A27 27 0 0 0 32 46H0M0 0H28A23 23 0 0 1 28 46'],
  C: [86, 'M84 13.3A50 50 0 1 0 84 86.7'],
  D: [78, 'M0 0V100H28A50 50 0 0 0 28 0H0'],
  E: [52, 'M52 0H0V100H52M0 48H44'],
  G: [100, 'M86 15.3A50 50 0 1 0 100 54H62'],
  H: [72, 'M0 0V100M72 0V100M0 48H72'],
  I: [2, 'M1 0V100'],
  L: [48, 'M0 0V100H48'],
  M: [92, 'M0 100V0L46 78L92 0V100'],
  N: [74, 'M0 100V0L74 100V0'],
  O: [100, 'M50 0A50 50 0 1 1 49.9 0Z'],
  P: [54, 'M0 100V0H27A27 27 0 0 1 27 54H0'],
  R: [60, 'M0 100V0H27A27 27 0 0 1 27 54H0M26 54L60 100'],
  S: [56, 'M52 14C44 2 34 0 28 0C12 0 4 12 4 24C4 52 54 44 54 74C54 90 42 100 28 100C16 100 6 94 0 84'],
  T: [66, 'M0 0H66M33 0V100'],
  U: [70, 'M0 0V65A35 35 0 0 0 70 65V0'],
  V: [80, 'M0 0L40 100L80 0'],
  Z: [64, 'M0 0H64L0 100H64'],
  ' ': [40, ''],
  '0': [64, 'M32 0C54 0 64 22 64 50C64 78 54 100 32 100C10 100 0 78 0 50C0 22 10 0 32 0Z'],
  '1': [26, 'M0 20L26 0V100'],
  '2': [58, 'M3 30C3 10 16 0 30 0C46 0 56 12 56 27C56 52 20 72 2 100H58'],
  '3': [
    54,
    'M2 12C10 2 18 0 27 0C42 0 50 10 50 23C50 38 40 46 24 46C42 46 54 56 54 73C54 90 42 100 27 100C15 100 6 95 0 86',
  ],
  '4': [64, 'M48 100V0L0 70H64'],
  '5': [54, 'M48 0H10L6 44C12 38 18 36 27 36C44 36 54 50 54 68C54 88 42 100 26 100C14 100 6 94 0 86'],
  '6': [58, 'M44 0C14 22 0 46 0 70A29 30 0 1 0 29 40C16 40 4 50 0 66'],
  '7': [56, 'M0 0H56L16 100'],
  '8': [56, 'M28 46A22 23 0 1 1 28.1 46ZM28 46A28 27 0 1 0 28.1 46Z'],
  '9': [58, 'M14 100C44 78 58 54 58 30A29 30 0 1 0 29 60C42 60 54 50 58 34'],
}

interface Hand {
  /** Height of the capitals. */
  size: number
  colour: string
  /** Stroke on a height of 100. */
  weight?: number
  spacing?: number
}

/** Writes `text` in capitals, centred on x, its top at y. A letter that the shop has not drawn is a fault. */
export function write(text: string, x: number, y: number, hand: Hand): string {
  const spacing = hand.spacing ?? 30
  let pen = 0
  const strokes = [...text.toUpperCase()].map((letter) => {
    const drawn = letters[letter]
    if (!drawn) throw new Error(`lettering: no drawing of "${letter}"`)
    const stroke = `<path transform="translate(${pen} 0)" d="${drawn[1]}"/>`
    pen += drawn[0] + spacing
    return drawn[1] === '' ? '' : stroke
  })
  const scale = hand.size / 100
  const left = x - ((pen - spacing) * scale) / 2
  return `<g transform="translate(${left.toFixed(2)} ${y}) scale(${scale})" fill="none" stroke="${hand.colour}" stroke-width="${hand.weight ?? 9}" stroke-linejoin="round" stroke-linecap="round">${strokes.join('')}</g>`
}
