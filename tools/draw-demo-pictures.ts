/**
 * Draws the demo shop's own pictures: SVG of our making, rendered to WebP by sharp. The rendered files are committed,
 * so the shop needs neither this script nor its minutes; run it after changing a drawing:
 *
 *   node tools/draw-demo-pictures.ts            all
 *   node tools/draw-demo-pictures.ts mug tote   those whose name begins so
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { palette } from './demo-pictures/colours.ts'
import { hero } from './demo-pictures/hero.ts'
import { calendar, calliBook, cicchettiBook, duskPrint, windowPrint } from './demo-pictures/prints.ts'
import { candle, soap } from './demo-pictures/scents.ts'
import { correspondence, marbledNotebook, pencils, playingCards, sketchbook } from './demo-pictures/stationery.ts'
import { bowl, carafe, moka, mug, oliveBoard, tumblers } from './demo-pictures/tableware.ts'
import { apron, cushion, silkScarf, teaTowel, throwBlanket, tote } from './demo-pictures/textiles.ts'

const folder = new URL('../server/demo/pictures/', import.meta.url)
const { ivory, lagoon, deep, terracotta, ochre, rose, plum, moss, ink, charcoal, sand, mist, brick } = palette

const drawings: Record<string, () => string | Promise<string>> = {
  'marbled-notebook-lagoon': () => marbledNotebook(deep, [deep, lagoon, mist, ivory, ochre], 11),
  'marbled-notebook-brick': () => marbledNotebook(brick, [brick, terracotta, rose, ivory, ink], 23),
  'marbled-notebook-moss': () => marbledNotebook(moss, [moss, '#9aa07a', ivory, ochre, charcoal], 37),
  'sketchbook-ink': () => sketchbook(ink),
  'sketchbook-sand': () => sketchbook('#c2a67c'),
  'six-pencils': pencils,
  'playing-cards': playingCards,
  'correspondence-lagoon': () => correspondence(lagoon, 5),
  'correspondence-rose': () => correspondence('#b86f62', 9),
  'print-window': windowPrint,
  'print-dusk': duskPrint,
  'calendar-2027': calendar,
  'book-cicchetti': cicchettiBook,
  'book-calli': calliBook,
  'mug-ivory': () => mug('#e9dfca'),
  'mug-lagoon': () => mug(lagoon),
  'mug-terracotta': () => mug(terracotta),
  'mug-ink': () => mug(ink),
  'tumblers-aqua': () => tumblers('#7fb3b0'),
  'tumblers-amber': () => tumblers('#cf9440'),
  'tumblers-rose': () => tumblers('#cf8f8c'),
  'carafe-clear': () => carafe('#b3c3bd'),
  'carafe-aqua': () => carafe('#6fa9a7'),
  'bowl-ivory': () => bowl('#ece2cd', '#2f5a78'),
  'bowl-lagoon': () => bowl('#5a9697', '#f3ead6'),
  moka,
  'olive-board': oliveBoard,
  'tea-towel-lagoon': () => teaTowel(lagoon),
  'tea-towel-terracotta': () => teaTowel(terracotta),
  'tea-towel-ink': () => teaTowel(ink),
  'apron-moss': () => apron(moss),
  'apron-terracotta': () => apron(terracotta),
  'cushion-lagoon': () => cushion(lagoon, '#d9e3d8'),
  'cushion-ochre': () => cushion(ochre, '#f6e8c8'),
  'cushion-plum': () => cushion(plum, '#cfa6a4'),
  'throw-sand': () => throwBlanket('#d8c6a6', brick),
  'throw-lagoon': () => throwBlanket('#5c8f90', ivory),
  'throw-charcoal': () => throwBlanket('#5d5b59', sand),
  'candle-fig': () => candle('fig'),
  'candle-salt': () => candle('salt'),
  'candle-cedar': () => candle('cedar'),
  'soap-fig': () => soap('fig'),
  'soap-salt': () => soap('salt'),
  'soap-cedar': () => soap('cedar'),
  'tote-natural': () => tote('#e6d8bb', ink),
  'tote-lagoon': () => tote(lagoon, '#f3ead6'),
  'tote-terracotta': () => tote(terracotta, '#f6e8cf'),
  'scarf-lagoon': () => silkScarf(lagoon, ochre),
  'scarf-brick': () => silkScarf(brick, '#d9a25f'),
  hero,
}

/** The best quality that keeps the file under its limit. */
async function render(svg: string, limit: number): Promise<Buffer> {
  for (let quality = 86; quality > 40; quality -= 6) {
    const file = await sharp(Buffer.from(svg)).webp({ quality, effort: 5, smartSubsample: true }).toBuffer()
    if (file.length <= limit) return file
  }
  throw new Error(`no quality keeps this picture under ${limit} bytes; draw it with less noise`)
}

const wanted = process.argv.slice(2)
const hashes = new Map<string, string>()
for (const [name, draw] of Object.entries(drawings)) {
  if (wanted.length > 0 && !wanted.some((prefix) => name.startsWith(prefix))) continue
  const file = await render(await draw(), name === 'hero' ? 260_000 : 80_000)
  await writeFile(new URL(`${name}.webp`, folder), file)
  hashes.set(`${name}.webp`, createHash('sha256').update(file).digest('hex'))
  process.stdout.write(`${name}.webp ${Math.round(file.length / 1024)} KB\n`)
}

/** SOURCES.md keeps a row for each picture; rows of freshly drawn ones get their new hash. */
const sources = new URL('SOURCES.md', folder)
const kept = (await readFile(sources, 'utf8')).split('\n')
const rows = kept.filter((line) => !hashes.has(line.split('|')[1]?.trim() ?? ''))
const drawn = [...hashes].map(
  ([file, hash]) => `| ${file} | drawn by \`tools/draw-demo-pictures.ts\` | MIT | Fondaco | ${hash} |`,
)
const table = rows.filter((line) => line.startsWith('| ') && line.includes('.webp'))
const head = rows
  .filter((line) => !table.includes(line))
  .join('\n')
  .trimEnd()
await writeFile(sources, `${head}\n${[...table, ...drawn].toSorted().join('\n')}\n`)
