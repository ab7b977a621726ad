import { darker, lighter, mix, palette } from './colours.ts'
import { write } from './lettering.ts'
import { cloth, flatShadow, roundedRect, studio } from './studio.ts'
import { gothicWindow, mooringPole, ogee, ripples } from './venice.ts'

/** A picture in an oak frame on the wall; `art` fills the sheet from (350, 230) to (850, 930). */
function framed(art: string, defs = ''): string {
  const outer = roundedRect(262, 142, 676, 876, 4)
  return studio(
    'flat',
    `${defs}<clipPath id="art"><path d="${roundedRect(350, 230, 500, 700, 0)}"/></clipPath>
  <linearGradient id="oak" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d8b384"/><stop offset="0.5" stop-color="#bd9363"/><stop offset="1" stop-color="#94693f"/></linearGradient>
  <linearGradient id="pane" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.38" stop-color="#fff" stop-opacity="0.05"/><stop offset="0.381" stop-color="#fff" stop-opacity="0"/></linearGradient>`,
    `${flatShadow(outer, 30)}<path d="${outer}" fill="url(#oak)"/><path d="M262 142L290 170V990L262 1018ZM938 142L910 170V990L938 1018Z" fill="#3a2412" opacity="0.14"/>
  <rect x="290" y="170" width="620" height="820" fill="#fbf7ee"/><path d="M290 990V170H910" fill="none" stroke="#2a1a0e" stroke-width="14" opacity="0.22" filter="url(#blur8)"/><rect x="290" y="170" width="620" height="820" fill="none" stroke="#6e4c2b" stroke-width="3"/>
  <rect x="346" y="226" width="508" height="708" fill="#d9cdb6"/><g clip-path="url(#art)">${art}</g><rect x="290" y="170" width="620" height="820" fill="url(#pane)"/>`,
  )
}

export function windowPrint(): string {
  const wall = '#d3955c'
  const patches = Array.from(
    { length: 26 },
    (_, index) =>
      `<ellipse cx="${350 + ((index * 137) % 500)}" cy="${230 + ((index * 211) % 700)}" rx="${40 + ((index * 53) % 70)}" ry="${18 + ((index * 31) % 40)}" fill="${index % 2 ? lighter(wall, 0.28) : darker(wall, 0.18)}" opacity="0.3"/>`,
  ).join('')
  const bricks = Array.from(
    { length: 15 },
    (_, index) =>
      `<rect x="${350 + (index % 5) * 34 + (Math.floor(index / 5) % 2) * 14}" y="${812 + Math.floor(index / 5) * 18}" width="30" height="14" fill="${index % 2 ? palette.brick : palette.terracotta}" opacity="0.75"/>`,
  ).join('')
  return framed(`<rect x="350" y="230" width="500" height="700" fill="${wall}"/>${patches}<rect x="350" y="230" width="500" height="700" filter="url(#plaster)" opacity="0.28"/>
  ${bricks}${gothicWindow(518, 342, 164, 400, { shutter: palette.deep, box: true, glass: '#49646a' })}
  <rect x="350" y="870" width="500" height="60" fill="${palette.lagoon}"/><rect x="350" y="858" width="500" height="14" fill="#efe6d6"/>${ripples(360, 872, 480, 50, '#dff0ea', 3)}`)
}

interface House {
  x: number
  width: number
  top: number
  colour: string
  shutter: string
}

const duskHouses: House[] = [
  { x: 350, width: 112, top: 470, colour: '#c77e5e', shutter: palette.deep },
  { x: 462, width: 96, top: 420, colour: '#dcb187', shutter: palette.moss },
  { x: 558, width: 128, top: 456, colour: '#b8654c', shutter: palette.ink },
  { x: 686, width: 86, top: 500, colour: '#e0c39c', shutter: palette.brick },
  { x: 772, width: 90, top: 440, colour: '#cf9466', shutter: palette.deep },
]

export function duskPrint(): string {
  const quay = 690
  const house = ({ x, width, top, colour, shutter }: House, index: number) => {
    const windows = [0, 1]
      .map((row) =>
        [0.16, 0.6]
          .map((at, column) =>
            gothicWindow(x + width * at + 6, top + 36 + row * 100, width * 0.16, 54, {
              shutter,
              lit: (index + row + column) % 3 === 0,
            }),
          )
          .join(''),
      )
      .join('')
    return `<rect x="${x}" y="${top}" width="${width}" height="${quay - top}" fill="${colour}"/><path d="M${x - 4} ${top}h${width + 8}l-12 -20H${x + 8}Z" fill="${palette.brick}"/><path d="M${x + width * 0.7} ${top - 18}v-38h-4l6 -14h12l6 14h-4v38Z" fill="${lighter(colour, 0.2)}"/>${windows}<rect x="${x + width * 0.4}" y="${quay - 58}" width="${width * 0.22}" height="58" fill="${darker(shutter, 0.2)}"/>`
  }
  const street = duskHouses.map(house).join('')
  const defs = `<linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#54718a"/><stop offset="0.34" stop-color="#b79aa0"/><stop offset="0.56" stop-color="#efc293"/></linearGradient><linearGradient id="deepen" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.deep}" stop-opacity="0.5"/><stop offset="1" stop-color="${palette.deep}" stop-opacity="0.92"/></linearGradient>`
  return framed(
    `<rect x="350" y="230" width="500" height="700" fill="url(#dusk)"/><circle cx="478" cy="330" r="30" fill="#fbeccb"/>
  <path d="M690 480V330h-4l22 -60l22 60h-4V480Z" fill="#a98d86"/><rect x="684" y="346" width="48" height="34" fill="#8e746f"/>${street}
  <rect x="350" y="${quay}" width="500" height="12" fill="#efe3cd"/><g transform="translate(0 ${quay * 2 + 12}) scale(1 -1)" opacity="0.75">${street.replaceAll('pole', 'mirror')}</g>
  <rect x="350" y="${quay + 12}" width="500" height="230" fill="url(#deepen)"/>${ripples(360, quay + 14, 480, 210, '#f4d9ae', 5)}
  ${mooringPole(420, 640, 850, 22, palette.brick)}${mooringPole(468, 664, 838, 20, palette.brick)}<path d="M600 824C650 858 760 858 812 812L822 806C812 860 770 880 706 880C644 880 610 858 590 816Z" fill="#26211f"/><path d="M610 836C660 864 750 862 800 826" stroke="${palette.ochre}" stroke-width="4" fill="none"/>`,
    defs,
  )
}

const fish = (x: number, y: number, turn: number, colour: string) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-90 0C-50 -34 20 -32 64 -4L100 -26L92 2L100 28L64 6C20 32 -50 32 -90 0Z" fill="${colour}"/><path d="M-64 -3C-20 -16 20 -14 54 0" stroke="#f6ecd8" stroke-width="4" fill="none"/><circle cx="-66" cy="-4" r="5" fill="#f6ecd8"/></g>`
const skewer = (x: number, y: number, turn: number) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-100 0H112" stroke="#e6cd9d" stroke-width="7" stroke-linecap="round"/><ellipse cx="-46" rx="30" ry="25" fill="${palette.moss}"/><circle cx="-68" r="6" fill="${palette.brick}"/><rect x="-10" y="-26" width="34" height="52" rx="8" fill="#f4e7c8"/><ellipse cx="58" rx="30" ry="25" fill="${palette.moss}"/></g>`

function bound(colour: string, art: string, title: string, ink: string, size: number): string {
  const cover = roundedRect(336, 190, 540, 780, 6)
  const defs = `<clipPath id="cover"><path d="${cover}"/></clipPath><linearGradient id="hinge"><stop offset="0" stop-color="#1d120a" stop-opacity="0.26"/><stop offset="0.03" stop-color="#fff" stop-opacity="0.22"/><stop offset="0.055" stop-color="#1d120a" stop-opacity="0.22"/><stop offset="0.085" stop-color="#fff" stop-opacity="0.12"/><stop offset="0.2" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d120a" stop-opacity="0.1"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(5 600 600)">${flatShadow(roundedRect(340, 196, 566, 806, 6), 28)}
  <path d="M336 970L362 1002H904L876 970Z" fill="#efe6d3"/><path d="M876 190L904 224V1002L876 970Z" fill="#e2d6bd"/><path d="M343 978H883M349 986H890M355 994H897M883 200V978M890 208V986M897 216V994" stroke="#bfae8c" stroke-width="1.4"/><path d="M336 970L362 1006H908V222" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="7" stroke-linejoin="round"/>
  <path d="${cover}" fill="${colour}"/><g clip-path="url(#cover)">${art}</g>${cloth('grain', cover, 0.16)}
  ${write(title, 616, 270, { size, colour: ink, weight: 10, spacing: 34 })}${write('BOTTEGA LAGUNA', 616, 904, { size: 20, colour: ink, weight: 9, spacing: 46 })}<path d="${cover}" fill="url(#hinge)"/></g>`,
  )
}

export function cicchettiBook(): string {
  const glass = `<path d="M560 470H680C686 560 664 596 632 606V690H672V706H568V690H608V606C576 596 554 560 560 470Z" fill="none" stroke="#f6ecd8" stroke-width="8" stroke-linejoin="round"/><path d="M563 516H677C676 560 656 590 620 592C584 590 564 560 563 516Z" fill="${palette.terracotta}"/>`
  return bound(
    '#e3b25f',
    `<rect x="376" y="400" width="480" height="440" rx="240" fill="${palette.deep}"/>${glass}${fish(490, 500, -28, palette.mist)}${fish(752, 720, 152, palette.mist)}${skewer(744, 520, 34)}${skewer(500, 712, -32)}`,
    'CICCHETTI',
    palette.deep,
    50,
  )
}

export function calliBook(): string {
  const canal = (path: string, width: number) =>
    `<path d="${path}" fill="none" stroke="#f4ead6" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
  const bridges = [
    [470, 560, 20],
    [560, 650, -30],
    [700, 520, 70],
    [650, 750, 10],
    [770, 640, -10],
    [480, 780, 60],
  ] as const
  return bound(
    palette.lagoon,
    `${canal('M330 520C430 470 520 500 520 580C520 660 620 640 680 690C750 750 700 830 890 820', 44)}${canal('M430 380C470 440 440 520 470 560C500 620 420 700 450 760C466 790 474 810 470 840', 13)}${canal('M600 360C580 430 660 470 640 540C620 590 560 610 560 650C560 720 606 740 600 820', 13)}${canal('M880 430C800 420 740 470 700 520C660 570 640 620 650 690C660 730 660 770 690 800', 13)}${canal('M880 600C820 590 790 620 770 640C740 670 700 640 680 600', 13)}${canal('M340 660C390 640 430 660 450 700', 13)}
  ${bridges.map(([x, y, turn]) => `<g transform="translate(${x} ${y}) rotate(${turn})"><rect x="-20" y="-7" width="40" height="14" fill="${palette.terracotta}"/></g>`).join('')}<path d="M560 650C600 640 620 620 640 540" fill="none" stroke="${palette.ochre}" stroke-width="7" stroke-dasharray="3 14" stroke-linecap="round"/><circle cx="560" cy="650" r="13" fill="${palette.ochre}"/><circle cx="640" cy="540" r="13" fill="${palette.brick}"/>`,
    'CALLI',
    '#f7eeda',
    84,
  )
}

export function calendar(): string {
  const sheet = roundedRect(300, 180, 600, 850, 4)
  const arch = [0, 1, 2]
    .map(
      (index) =>
        `<path d="${ogee(362 + index * 166, 250, 144, 330)}" fill="${[palette.mist, mix(palette.rose, '#ffffff', 0.25), palette.mist][index]}"/>`,
    )
    .join('')
  const inner = `<clipPath id="arches"><path d="${[0, 1, 2].map((index) => ogee(362 + index * 166, 250, 144, 330)).join('')}"/></clipPath><g clip-path="url(#arches)"><circle cx="600" cy="420" r="58" fill="#fbf1dc"/><path d="M340 520C420 490 460 510 520 500V470h14v-40l9 -22l9 22v40h10c4 -26 48 -26 52 0h10v30C700 494 780 516 880 500V600H340Z" fill="${palette.deep}" opacity="0.75"/><rect x="340" y="540" width="540" height="60" fill="${palette.lagoon}"/>${ripples(350, 540, 500, 44, '#f4ead6', 6)}</g>`
  // January 2027 begins on a Friday; weeks begin on Monday.
  const days = Array.from({ length: 31 }, (_, index) => {
    const cell = index + 4
    const [x, y] = [372 + (cell % 7) * 76, 752 + Math.floor(cell / 7) * 50]
    return write(String(index + 1), x, y, {
      size: 21,
      colour: cell % 7 === 6 ? palette.terracotta : palette.ink,
      weight: 10,
      spacing: 24,
    })
  }).join('')
  const rings = Array.from(
    { length: 21 },
    (_, index) =>
      `<rect x="${332 + index * 26}" y="166" width="6" height="34" rx="3" fill="#5b5751"/><circle cx="${335 + index * 26}" cy="200" r="5" fill="#2d2926" opacity="0.6"/>`,
  ).join('')
  return studio(
    'flat',
    '',
    `<path d="M560 178Q600 110 640 178" fill="none" stroke="#5b5751" stroke-width="5"/><circle cx="600" cy="134" r="9" fill="#6a625d"/>${flatShadow(sheet, 20)}<path d="${sheet}" transform="translate(5 7)" fill="#e2d6bf"/><path d="${sheet}" fill="#fbf6ea"/>
  <rect x="340" y="226" width="520" height="374" fill="${palette.terracotta}" opacity="0.92"/>${arch}${inner}
  ${write('2027', 600, 646, { size: 50, colour: palette.ink, weight: 8, spacing: 40 })}<path d="M350 722H850" stroke="${palette.ink}" stroke-width="2"/>${days}${rings}`,
  )
}
