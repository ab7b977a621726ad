import { darker, lighter, palette } from './colours.ts'
import { write } from './lettering.ts'
import { gothicWindow, mooringPole, ogee, ripples } from './venice.ts'

const quay = 930
const ground = quay - 34

interface Front {
  x: number
  width: number
  top: number
  colour: string
  shutter: string
  windows: number
  floors: number
}

const fronts: Front[] = [
  { x: 1010, width: 250, top: 330, colour: '#d9a07f', shutter: palette.deep, windows: 2, floors: 3 },
  { x: 1260, width: 640, top: 210, colour: '#e3c190', shutter: palette.lagoon, windows: 5, floors: 2 },
  { x: 1900, width: 280, top: 300, colour: '#c27a5c', shutter: palette.moss, windows: 2, floors: 3 },
  { x: 2180, width: 240, top: 380, colour: '#e6d2ac', shutter: palette.brick, windows: 2, floors: 2 },
]

function roof({ x, width, top, colour }: Front): string {
  const tiles = Array.from(
    { length: Math.floor(width / 24) + 1 },
    (_, index) =>
      `<circle cx="${x + index * 24}" cy="${top - 2}" r="12" fill="${index % 2 ? palette.terracotta : palette.brick}"/>`,
  ).join('')
  const chimney = (at: number) =>
    `<path d="M${at} ${top - 30}v-70h-6l-12 -36h74l-12 36h-6v70Z" fill="${lighter(colour, 0.25)}"/><path d="M${at - 18} ${top - 136}h74v-10h-74Z" fill="${palette.brick}"/>`
  return `${chimney(x + width * 0.68)}<path d="M${x - 10} ${top}L${x + 26} ${top - 44}H${x + width - 26}L${x + width + 10} ${top}Z" fill="${palette.terracotta}"/>${tiles}<rect x="${x}" y="${top + 6}" width="${width}" height="16" fill="#efe4cf"/>`
}

function front(house: Front, index: number): string {
  const { x, width, top, colour, shutter, windows, floors } = house
  const shopFront = index === 1
  const storey = shopFront ? 214 : (ground - top - 205) / floors
  const size = shopFront ? 54 : 46
  const step = width / windows
  const glazed = Array.from({ length: floors * windows }, (_, cell) => {
    const [column, row] = [cell % windows, Math.floor(cell / windows)]
    const at = x + step * (column + 0.5) - size / 2
    return gothicWindow(at, top + 58 + row * storey, size, storey * 0.6, {
      shutter,
      lit: (cell + index) % 5 === 2,
      box: shopFront && row === 1 && column % 2 === 0,
    })
  }).join('')
  const door = shopFront
    ? ''
    : `<path d="${ogee(x + width / 2 - 44, ground - 170, 88, 170)}" fill="#efe6d6"/><path d="${ogee(x + width / 2 - 34, ground - 152, 68, 152)}" fill="${darker(shutter, 0.25)}"/>`
  return `<rect x="${x}" y="${top}" width="${width}" height="${ground - top}" fill="${colour}"/>
  <rect x="${x}" y="${top}" width="${width}" height="${ground - top}" filter="url(#plaster)" opacity="0.2"/>
  <rect x="${x + width - 26}" y="${top}" width="26" height="${ground - top}" fill="#2a1a0e" opacity="0.09"/>
  <rect x="${x}" y="${ground - 46}" width="${width}" height="46" fill="${darker(colour, 0.28)}" opacity="0.55"/>${roof(house)}${glazed}${door}`
}

function goods(x: number, shelf: number, kind: number): string {
  const jar = (at: number, high: number, colour: string) =>
    `<path d="M${at} ${shelf - high}q12 -10 24 0v${high}h-24Z" fill="${colour}"/>`
  const book = (at: number, high: number, colour: string) =>
    `<rect x="${at}" y="${shelf - high}" width="15" height="${high}" fill="${colour}"/><rect x="${at}" y="${shelf - high + 9}" width="15" height="4" fill="#f4ead6"/>`
  const sets = [
    [
      book(x, 56, palette.terracotta),
      book(x + 17, 48, palette.lagoon),
      book(x + 34, 60, palette.ochre),
      book(x + 51, 50, palette.plum),
      jar(x + 84, 40, palette.ivory),
      jar(x + 114, 52, palette.mist),
    ],
    [
      jar(x, 34, palette.terracotta),
      jar(x + 32, 34, palette.ivory),
      jar(x + 64, 34, palette.lagoon),
      `<path d="M${x + 104} ${shelf - 26}q26 34 52 0Z" fill="${palette.deep}"/>`,
    ],
    [
      `<path d="M${x} ${shelf}v-22h70v22ZM${x + 5} ${shelf - 22}v-18h60v18Z" fill="${palette.rose}"/>`,
      jar(x + 88, 58, palette.moss),
      book(x + 122, 44, palette.brick),
      book(x + 139, 54, palette.ink),
    ],
  ]
  return (sets[kind] ?? []).join('')
}

function shop(): string {
  const [x, width, top] = [1296, 568, 622]
  const pane = (
    at: number,
    wide: number,
    kind: number,
  ) => `<rect x="${at}" y="${top + 66}" width="${wide}" height="${ground - top - 112}" fill="url(#lit)"/>
  <path d="M${at} ${top + 172}h${wide}" stroke="${palette.oak}" stroke-width="7"/>${goods(at + 14, top + 168, kind)}${goods(at + 14, ground - 48, (kind + 1) % 3)}
  <path d="M${at + wide / 2} ${top + 66}V${ground - 46}" stroke="${palette.deep}" stroke-width="6"/><path d="M${at + 14} ${top + 170}l60 -90h26l-84 126Z" fill="#fff" opacity="0.18"/>`
  const stripes = Array.from({ length: 16 }, (_, index) => {
    const [left, right] = [x - 10 + index * 36.75, x - 10 + (index + 1) * 36.75]
    const [low, next] = [x - 40 + index * 40.5, x - 40 + (index + 1) * 40.5]
    return `<path d="M${left} ${top + 20}H${right}L${next} ${top + 96}a${(next - low) / 2} 17 0 0 1 ${low - next} 0Z" fill="${index % 2 ? '#f6eedd' : palette.lagoon}"/>`
  }).join('')
  const door = x + 226
  return `<rect x="${x - 14}" y="${top - 12}" width="${width + 28}" height="${ground - top + 12}" fill="${palette.deep}"/>
  <rect x="${x - 24}" y="${top - 22}" width="${width + 48}" height="14" fill="#efe4cf"/>
  ${pane(x + 16, 188, 0)}${pane(x + width - 204, 188, 2)}
  <rect x="${door}" y="${top + 66}" width="116" height="${ground - top - 66}" fill="${darker(palette.lagoon, 0.25)}"/><path d="${ogee(door + 16, top + 90, 84, 130, 50)}" fill="url(#lit)"/><rect x="${door + 16}" y="${ground - 56}" width="84" height="40" fill="${darker(palette.lagoon, 0.42)}"/><circle cx="${door + 100}" cy="${ground - 72}" r="6" fill="${palette.ochre}"/>
  <path d="M${x - 24} ${top + 110}h${width + 48}v26h${-width - 48}Z" fill="#1a120c" opacity="0.25" filter="url(#blurSmall)"/>${stripes}
  <rect x="${x - 14}" y="${top - 8}" width="${width + 28}" height="46" fill="${palette.deep}"/>${write('BOTTEGA LAGUNA', x + width / 2, top + 3, { size: 24, colour: '#f3dfae', weight: 10, spacing: 46 })}
  <path d="M${x - 80} ${ground}v-40h56v40ZM${x + width + 26} ${ground}v-40h56v40Z" fill="${palette.terracotta}"/><g fill="${palette.moss}"><circle cx="${x - 52}" cy="${ground - 74}" r="42"/><circle cx="${x + width + 54}" cy="${ground - 74}" r="42"/></g><g fill="${lighter(palette.moss, 0.25)}"><circle cx="${x - 64}" cy="${ground - 86}" r="17"/><circle cx="${x + width + 42}" cy="${ground - 86}" r="17"/></g>`
}

function distance(): string {
  const far = '#c9bfae'
  return `<path d="M0 ${ground - 30}V${ground - 88}h60v-30h90v22h70v-40h46v36h120v-26h70v30h90v-18h110v26h120v-34h80v22h170v92Z" fill="${far}" opacity="0.75"/>
  <path d="M512 ${ground - 90}v-250h-8l36 -96l36 96h-8v250Z" fill="${far}" opacity="0.85"/><rect x="502" y="${ground - 350}" width="76" height="62" fill="#bdb19e" opacity="0.8"/>
  <path d="M232 ${ground - 86}v-46c4 -66 132 -66 136 0v46Z" fill="${far}" opacity="0.9"/><path d="M288 ${ground - 180}v-24h24v24Z" fill="${far}"/><circle cx="300" cy="${ground - 208}" r="9" fill="${far}"/>`
}

/** The quay with the shop's front: sky and water on the left stay quiet, so that words can stand there. */
export function hero(): string {
  const houses = fronts.map(front).join('') + shop()
  const slabs = Array.from(
    { length: 17 },
    (_, index) => `<path d="M${900 + index * 96} ${ground + 6}l-16 28" stroke="#c3b394" stroke-width="3"/>`,
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1200" viewBox="0 0 2400 1200"><defs>
  <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfdcd8"/><stop offset="0.55" stop-color="#f1e6d2"/><stop offset="1" stop-color="#f6dfbd"/></linearGradient>
  <linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8fb3ae"/><stop offset="1" stop-color="${palette.lagoon}"/></linearGradient>
  <linearGradient id="veil" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.lagoon}" stop-opacity="0.5"/><stop offset="1" stop-color="${palette.deep}" stop-opacity="0.9"/></linearGradient>
  <linearGradient id="lit" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe9b8"/><stop offset="1" stop-color="#efbf70"/></linearGradient>
  <filter id="blur" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="20"/></filter><filter id="blurSmall" x="-20%" y="-200%" width="140%" height="500%"><feGaussianBlur stdDeviation="8"/></filter>
  <filter id="plaster" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.008 0.014" numOctaves="3" seed="5"/><feColorMatrix values="0 0 0 0 0.25  0 0 0 0 0.15  0 0 0 0 0.08  0 2.4 0 0 -0.95"/></filter>
  <linearGradient id="shore"><stop offset="0.3" stop-color="#000"/><stop offset="0.44" stop-color="#fff"/></linearGradient><mask id="water" maskUnits="userSpaceOnUse" x="0" y="${quay}" width="2400" height="270"><rect y="${quay}" width="2400" height="${1200 - quay}" fill="url(#shore)"/></mask></defs>
  <rect width="2400" height="1200" fill="url(#sky)"/><circle cx="820" cy="420" r="84" fill="#fdf3dc"/>
  <g fill="#fbf4e6" opacity="0.75"><path d="M140 250q60 -44 130 -10q60 -40 130 6q70 -6 90 30H80q10 -30 60 -26Z"/><path d="M640 180q44 -30 92 -6q50 -26 96 10q46 -2 58 22H596q8 -24 44 -26Z"/></g>
  ${distance()}<rect y="${ground - 34}" width="2400" height="400" fill="url(#sea)"/><g opacity="0.45">${ripples(0, ground - 26, 960, 150, '#eef4ec', 8)}</g>
  ${houses}
    <g mask="url(#water)"><g transform="translate(0 ${quay * 2 + 26}) scale(1 -1)" opacity="0.6">${houses.replace(/clip-path="[^"]*"/g, '')}</g><rect x="0" y="${quay}" width="2400" height="270" fill="url(#veil)"/></g>
  <path d="M900 ${ground}H2400v34H880Z" fill="#e9dcc2"/>${slabs}<path d="M880 ${quay}H2400v26H880Z" fill="#cdbd9d"/>
  <g opacity="0.6">${ripples(0, quay + 40, 2400, 230, '#f3ecd9', 9)}</g>
  <ellipse cx="560" cy="1090" rx="330" ry="20" fill="${palette.deep}" opacity="0.4" filter="url(#blur)"/>
  <path d="M228 1012C330 1082 760 1086 868 1006L886 1000C868 1076 780 1104 560 1104C350 1104 262 1080 212 1004Z" fill="#35524f"/><path d="M228 1012C330 1082 760 1086 868 1006" fill="none" stroke="#f3ead6" stroke-width="9"/><path d="M400 1050q150 20 300 0v14q-150 18 -300 0Z" fill="${palette.oak}"/>
  <path d="M500 1046v-52h92v52ZM600 1048v-40h66v40Z" fill="${palette.oak}"/><path d="M500 1012h92M546 994v54M633 1008v40" stroke="${darker(palette.oak, 0.4)}" stroke-width="5"/><path d="M430 1052l12 -40q22 -18 44 0l6 36Z" fill="#efe4cf"/>
  ${[
    [1010, 800, 1100, palette.brick],
    [1076, 836, 1076, palette.brick],
    [2050, 812, 1090, palette.lagoon],
    [2116, 846, 1116, palette.lagoon],
  ]
    .map(
      ([x, top, foot, paint]) =>
        `<rect x="${Number(x) - 16}" y="${foot}" width="32" height="84" fill="#e9dfcc" opacity="0.22"/>${mooringPole(Number(x), Number(top), Number(foot), 32, String(paint))}<ellipse cx="${x}" cy="${foot}" rx="30" ry="5" fill="none" stroke="#f3ecd9" stroke-width="3" opacity="0.6"/>`,
    )
    .join('')}
  </svg>`
}
