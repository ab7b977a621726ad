import { chance } from './chance.ts'
import { darker, lighter, mix, palette } from './colours.ts'
import { oliveWood } from './rasters.ts'
import { flatShadow, standingShadow, studio } from './studio.ts'

/** Light from the left on a round body. */
export function round(id: string, colour: string, gloss = 0.3): string {
  const stops = [
    [0, darker(colour, 0.2)],
    [0.1, colour],
    [0.26, lighter(colour, gloss)],
    [0.48, colour],
    [0.8, darker(colour, 0.26)],
    [0.95, darker(colour, 0.4)],
    [1, darker(colour, 0.28)],
  ] as const
  return `<linearGradient id="${id}">${stops.map(([at, shade]) => `<stop offset="${at}" stop-color="${shade}"/>`).join('')}</linearGradient>`
}

const speckle = (seed: number, colour: string, box: readonly [number, number, number, number], count = 90) => {
  const next = chance(seed)
  return Array.from({ length: count }, () => {
    const [x, y, size] = [box[0] + next() * box[2], box[1] + next() * box[3], 1 + next() * 2.4]
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size.toFixed(1)}" fill="${colour}" opacity="${(0.25 + next() * 0.35).toFixed(2)}"/>`
  }).join('')
}

export function mug(glaze: string): string {
  const body = 'M350 400V800C350 870 388 902 452 908Q560 918 668 908C732 902 770 870 770 800V400A210 38 0 0 1 350 400Z'
  const raw = '#cdb08a'
  const defs = `${round('body', glaze)}${round('raw', raw, 0.2)}
  <linearGradient id="well" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${darker(glaze, 0.55)}"/><stop offset="0.6" stop-color="${darker(glaze, 0.25)}"/><stop offset="1" stop-color="${lighter(glaze, 0.12)}"/></linearGradient>
  <linearGradient id="ear" x1="0" y1="0" x2="0.6" y2="1"><stop offset="0" stop-color="${lighter(glaze, 0.18)}"/><stop offset="0.5" stop-color="${darker(glaze, 0.12)}"/><stop offset="1" stop-color="${darker(glaze, 0.42)}"/></linearGradient>
  <clipPath id="inside"><path d="${body}"/></clipPath>`
  const ear = 'M752 508C842 462 934 520 926 622C918 724 838 782 748 776'
  return studio(
    'standing',
    defs,
    `${standingShadow(580, 912, 230)}
  <path d="${ear}" fill="none" stroke="${darker(glaze, 0.45)}" stroke-width="56" stroke-linecap="round"/>
  <path d="${ear}" fill="none" stroke="url(#ear)" stroke-width="50" stroke-linecap="round"/>
  <path d="M772 494C838 466 900 510 906 600" fill="none" stroke="${lighter(glaze, 0.5)}" stroke-width="7" stroke-linecap="round" opacity="0.7"/>
  <path d="${body}" fill="url(#body)"/>
  <g clip-path="url(#inside)">${speckle(5, darker(glaze, 0.55), [350, 420, 420, 480])}
  <path d="M340 806Q400 824 470 812T600 820T700 810T790 818V940H340Z" fill="url(#raw)"/>
  <path d="M340 806Q400 824 470 812T600 820T700 810T790 818" fill="none" stroke="${darker(glaze, 0.5)}" stroke-width="5" opacity="0.55"/>
  <path d="M428 440C420 560 420 680 432 780" stroke="#fff" stroke-width="20" opacity="0.3" fill="none" stroke-linecap="round" filter="url(#blur8)"/></g>
  <ellipse cx="560" cy="400" rx="210" ry="38" fill="${lighter(glaze, 0.32)}"/>
  <ellipse cx="560" cy="402" rx="194" ry="30" fill="url(#well)"/>
  <path d="M352 396A210 38 0 0 1 768 396" fill="none" stroke="${raw}" stroke-width="4" opacity="0.7"/>`,
  )
}

interface Glass {
  x: number
  foot: number
  top: number
  wide: number
  narrow: number
}

function tumbler({ x, foot, top, wide, narrow }: Glass, tint: string, id: string): string {
  const path = `M${x - wide} ${top}L${x - narrow} ${foot - 18}Q${x - narrow + 4} ${foot} ${x - narrow + 30} ${foot + 4}Q${x} ${foot + 12} ${x + narrow - 30} ${foot + 4}Q${x + narrow - 4} ${foot} ${x + narrow} ${foot - 18}L${x + wide} ${top}A${wide} ${wide * 0.16} 0 0 1 ${x - wide} ${top}Z`
  const flutes = Array.from({ length: 13 }, (_, index) => {
    const angle = ((index + 0.5) / 13) * Math.PI
    const [at, to] = [x - Math.cos(angle) * wide, x - Math.cos(angle) * narrow]
    return `<path d="M${at} ${top + wide * 0.16 * Math.sin(angle)}L${to} ${foot - 40}" stroke="${index % 2 ? '#fff' : darker(tint, 0.45)}" stroke-width="${3 + 5 * Math.sin(angle)}" opacity="${index % 2 ? 0.3 : 0.16}"/>`
  }).join('')
  return `<clipPath id="${id}"><path d="${path}"/></clipPath>
  <path d="${path}" fill="url(#glass)"/>
  <ellipse cx="${x}" cy="${top}" rx="${wide}" ry="${wide * 0.16}" fill="${lighter(tint, 0.55)}" opacity="0.55"/>
  <g clip-path="url(#${id})">${flutes}
  <ellipse cx="${x}" cy="${foot - 34}" rx="${narrow * 0.96}" ry="20" fill="${darker(tint, 0.25)}" opacity="0.6"/>
  <ellipse cx="${x}" cy="${foot - 16}" rx="${narrow * 0.9}" ry="22" fill="${lighter(tint, 0.5)}" opacity="0.5"/>
  <path d="M${x - wide * 0.72} ${top + 60}L${x - narrow * 0.74} ${foot - 70}" stroke="#fff" stroke-width="15" opacity="0.65" stroke-linecap="round" filter="url(#blur8)"/>
  <path d="M${x - wide * 0.7} ${top + 60}L${x - narrow * 0.72} ${foot - 90}" stroke="#fff" stroke-width="6" opacity="0.75" stroke-linecap="round"/></g>
  <ellipse cx="${x}" cy="${top}" rx="${wide}" ry="${wide * 0.16}" fill="none" stroke="${darker(tint, 0.35)}" stroke-width="6" opacity="0.6"/>
  <ellipse cx="${x}" cy="${top - 1}" rx="${wide}" ry="${wide * 0.16}" fill="none" stroke="#fffdf6" stroke-width="3" opacity="0.9"/>`
}

const glassDefs = (tint: string) => `<linearGradient id="glass">
  <stop offset="0" stop-color="${darker(tint, 0.3)}" stop-opacity="0.92"/><stop offset="0.16" stop-color="${tint}" stop-opacity="0.7"/>
  <stop offset="0.5" stop-color="${lighter(tint, 0.4)}" stop-opacity="0.5"/><stop offset="0.84" stop-color="${tint}" stop-opacity="0.74"/>
  <stop offset="1" stop-color="${darker(tint, 0.35)}" stop-opacity="0.92"/></linearGradient>`

const lightPool = (x: number, y: number, reach: number, tint: string) =>
  `<ellipse cx="${x + reach * 0.75}" cy="${y + 12}" rx="${reach}" ry="${reach * 0.2}" fill="${tint}" opacity="0.5" filter="url(#blur18)"/>
  <ellipse cx="${x + reach * 0.7}" cy="${y + 10}" rx="${reach * 0.5}" ry="${reach * 0.07}" fill="#fffaf0" opacity="0.8" filter="url(#blur8)"/>`

export function tumblers(tint: string): string {
  const back = { x: 725, foot: 846, top: 452, wide: 158, narrow: 122 }
  const front = { x: 468, foot: 908, top: 478, wide: 172, narrow: 132 }
  return studio(
    'standing',
    glassDefs(tint),
    `${standingShadow(725, 846, 130)}${lightPool(725, 846, 140, tint)}${tumbler(back, tint, 'back')}
  ${standingShadow(468, 908, 140)}${lightPool(468, 908, 150, tint)}${tumbler(front, tint, 'front')}`,
  )
}

export function carafe(tint: string): string {
  const half = (sign: number) =>
    `C${600 + sign * 66} 300 ${600 + sign * 62} 400 ${600 + sign * 70} 450C${600 + sign * 84} 530 ${600 + sign * 196} 590 ${600 + sign * 196} 740`
  const path = `M508 214${half(-1)}C404 850 452 918 500 924Q600 936 700 924C748 918 796 850 796 740C796 590 684 530 670 450C662 400 666 300 692 214A92 18 0 0 1 508 214Z`
  const water =
    'M421 660C404 700 404 720 404 740C404 850 452 912 500 916Q600 928 700 916C748 912 796 850 796 740C796 720 796 700 779 660Z'
  return studio(
    'standing',
    glassDefs(tint),
    `${standingShadow(600, 926, 190)}${lightPool(600, 926, 200, tint)}
  <clipPath id="flask"><path d="${path}"/></clipPath>
  <path d="${path}" fill="url(#glass)"/><path d="${water}" fill="${mix(tint, '#ffffff', 0.35)}" opacity="0.42"/>
  <ellipse cx="600" cy="660" rx="179" ry="24" fill="${lighter(tint, 0.62)}" opacity="0.75"/>
  <g clip-path="url(#flask)"><ellipse cx="600" cy="912" rx="150" ry="22" fill="${darker(tint, 0.25)}" opacity="0.55"/>
  <path d="M446 690C440 780 466 850 494 884" stroke="#fff" stroke-width="13" fill="none" opacity="0.75" stroke-linecap="round"/>
  <path d="M548 260C550 330 552 400 546 452" stroke="#fff" stroke-width="9" fill="none" opacity="0.75" stroke-linecap="round"/>
  <path d="M752 700C760 780 736 850 712 880" stroke="#fff" stroke-width="6" fill="none" opacity="0.45" stroke-linecap="round"/>
  <path d="M512 424Q600 452 688 424" stroke="${darker(tint, 0.4)}" stroke-width="9" fill="none" opacity="0.5"/>
  <path d="M514 410Q600 438 686 410" stroke="#fff" stroke-width="5" fill="none" opacity="0.6"/></g>
  <ellipse cx="600" cy="214" rx="92" ry="18" fill="${lighter(tint, 0.5)}" opacity="0.6"/>
  <ellipse cx="600" cy="214" rx="92" ry="18" fill="none" stroke="${darker(tint, 0.35)}" stroke-width="6" opacity="0.7"/>
  <ellipse cx="600" cy="213" rx="92" ry="18" fill="none" stroke="#fffdf6" stroke-width="3"/>`,
  )
}

export function bowl(glaze: string, line: string): string {
  const body = 'M230 490C246 730 398 860 500 884H700C802 860 954 730 970 490A370 118 0 0 1 230 490Z'
  const defs = `${round('body', glaze, 0.35)}${round('foot', '#cdb08a', 0.2)}<clipPath id="outside"><path d="${body}"/></clipPath><clipPath id="inside"><ellipse cx="600" cy="494" rx="350" ry="105"/></clipPath>
  <linearGradient id="well" x1="0" y1="0.2" x2="1" y2="0.6"><stop offset="0" stop-color="${darker(glaze, 0.46)}"/><stop offset="0.45" stop-color="${darker(glaze, 0.2)}"/><stop offset="1" stop-color="${lighter(glaze, 0.3)}"/></linearGradient>`
  const fish = (x: number, y: number, turn: number, across: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${across} 0.86)" fill="none" stroke="${line}" stroke-width="7" stroke-linejoin="round" stroke-linecap="round">
    <path d="M-84 0C-40 -46 34 -42 66 0C34 42 -40 46 -84 0Z"/><path d="M62 0L108 -32L96 0L108 32Z"/><path d="M-46 -27Q-26 0 -46 27M-6 -16Q8 0 -6 16M24 -13Q34 0 24 13"/><circle cx="-62" cy="-6" r="3"/></g>`
  return studio(
    'standing',
    defs,
    `${standingShadow(600, 906, 300)}
  <path d="M488 872H712L700 912Q600 922 500 912Z" fill="url(#foot)"/>
  <path d="${body}" fill="url(#body)"/>
  <g clip-path="url(#outside)"><path d="M225 556Q600 716 975 556" fill="none" stroke="${line}" stroke-width="10"/>
  <path d="M225 578Q600 738 975 578" fill="none" stroke="${line}" stroke-width="4"/><path d="M225 700Q600 880 975 700" fill="none" stroke="${line}" stroke-width="4"/>
  ${fish(600, 728, 0, 0.9)}${fish(388, 688, 17, 0.74)}${fish(808, 690, -17, 0.74)}
  <path d="M286 620C316 730 386 800 456 834" stroke="#fff" stroke-width="24" fill="none" opacity="0.36" stroke-linecap="round" filter="url(#blur8)"/></g>
  <ellipse cx="600" cy="490" rx="370" ry="118" fill="${lighter(glaze, 0.45)}"/>
  <ellipse cx="600" cy="494" rx="350" ry="105" fill="url(#well)"/>
  <g clip-path="url(#inside)"><ellipse cx="610" cy="576" rx="190" ry="54" fill="${lighter(glaze, 0.2)}" opacity="0.85" filter="url(#blur18)"/><path d="M250 470Q600 330 950 470" stroke="#22160c" stroke-width="36" opacity="0.22" fill="none" filter="url(#blur18)"/><path d="M700 590Q880 570 940 500" stroke="#fff" stroke-width="16" opacity="0.5" fill="none" filter="url(#blur8)"/></g>`,
  )
}

export function moka(): string {
  const facet = (points: string, colour: string) => `<path d="M${points}Z" fill="${colour}"/>`
  const [light, mid, dark, deep] = ['#eceae6', '#c9c7c3', '#9a9894', '#6f6d6a']
  const lower = [
    facet('400 900L440 660H500L474 906', dark),
    facet('474 906L500 660H606L606 912', light),
    facet('606 912L606 660H700L726 906', mid),
    facet('726 906L700 660H752L792 900', deep),
  ]
  const upper = [
    facet('446 628L408 372H478L502 630', dark),
    facet('502 630L478 372H606V634', light),
    facet('606 634V372H722L702 630', mid),
    facet('702 630L722 372H788L750 628', deep),
  ]
  const lid = [
    facet('402 366L566 300H606L470 372', dark),
    facet('470 372L580 300H606V376', '#f5f3ef'),
    facet('606 376V300H632L728 372', mid),
    facet('728 372L622 300H646L794 366', deep),
  ]
  return studio(
    'standing',
    '',
    `${standingShadow(610, 908, 230)}
  <path d="M760 420C880 404 938 440 930 520C924 590 900 640 876 700L836 690C852 630 872 580 876 524C880 482 842 476 768 484Z" fill="#2b2624"/>
  <path d="M772 436C870 424 912 452 908 512" stroke="#6a625d" stroke-width="8" fill="none" stroke-linecap="round"/>
  <path d="M420 452L322 372L344 360L412 380Z" fill="${mid}"/><path d="M420 452L322 372L330 368L416 420Z" fill="${dark}"/>
  ${lower.join('')}${upper.join('')}
  <path d="M432 628H764V662H432Z" fill="${dark}"/><path d="M432 628H764V640H432Z" fill="#e2e0dc"/><path d="M500 628H606V662H500Z" fill="#fff" opacity="0.5"/>
  ${lid.join('')}<path d="M398 364Q600 384 800 364L798 380Q600 400 400 380Z" fill="#b5b3af"/><path d="M398 364Q600 384 800 364" stroke="#fff" stroke-width="3" fill="none"/>
  <path d="M582 300L590 270H622L630 300Z" fill="#2b2624"/><ellipse cx="606" cy="252" rx="30" ry="28" fill="#2b2624"/><ellipse cx="597" cy="243" rx="9" ry="7" fill="#7b726c"/>
  <circle cx="654" cy="770" r="17" fill="${dark}"/><circle cx="654" cy="770" r="9" fill="#e9e6e0"/>
  <path d="M520 690L508 880" stroke="#fff" stroke-width="12" opacity="0.75" filter="url(#blur8)"/><path d="M514 400L524 600" stroke="#fff" stroke-width="12" opacity="0.75" filter="url(#blur8)"/>`,
  )
}

export async function oliveBoard(): Promise<string> {
  const outline =
    'M372 150C430 108 760 112 822 156C872 320 880 560 836 760C816 806 720 826 672 850L664 1010C660 1076 540 1076 536 1010L528 850C480 826 384 806 364 760C322 560 324 320 372 150Z M600 986A28 28 0 1 0 600.1 986Z'
  const wood = await oliveWood(600, 1000)
  const defs = `<clipPath id="board"><path d="${outline}" clip-rule="evenodd"/></clipPath>
  <linearGradient id="light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.34"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#2a1608" stop-opacity="0.26"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(14 600 600)">
  ${flatShadow(outline.split(' M')[0] ?? outline, 20)}
  <path d="${outline}" transform="translate(7 11)" fill="${darker(palette.oak, 0.5)}" fill-rule="evenodd"/>
  <g clip-path="url(#board)"><image href="${wood}" x="300" y="90" width="600" height="1000" preserveAspectRatio="none"/><rect width="1200" height="1200" fill="url(#light)"/></g>
  <path d="${outline}" fill="none" stroke="#fff" stroke-width="3" opacity="0.3" fill-rule="evenodd"/></g>`,
  )
}
