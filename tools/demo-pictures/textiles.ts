import { darker, lighter, palette } from './colours.ts'
import { cloth, flatShadow, roundedRect, studio } from './studio.ts'
import { mooringPole, ogee, ripples } from './venice.ts'

const drape = `<linearGradient id="drape"><stop offset="0" stop-color="#2a1c10" stop-opacity="0.2"/><stop offset="0.14" stop-color="#fff" stop-opacity="0.16"/><stop offset="0.34" stop-color="#2a1c10" stop-opacity="0.05"/><stop offset="0.5" stop-color="#fff" stop-opacity="0.14"/><stop offset="0.7" stop-color="#2a1c10" stop-opacity="0.07"/><stop offset="0.86" stop-color="#fff" stop-opacity="0.08"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0.26"/></linearGradient>`

const peg = `<circle cx="610" cy="146" r="34" fill="#4a3826" opacity="0.4" filter="url(#blur8)"/><circle cx="600" cy="132" r="30" fill="${palette.oak}"/><circle cx="592" cy="123" r="13" fill="${lighter(palette.oak, 0.4)}"/>`

export function teaTowel(stripe: string): string {
  const ground = '#efe5d0'
  const top = roundedRect(330, 190, 520, 800, 14)
  const below = roundedRect(346, 204, 524, 804, 14)
  const third = roundedRect(362, 220, 524, 806, 14)
  const bands = [
    [250, 10],
    [272, 46],
    [330, 10],
    [826, 10],
    [848, 46],
    [906, 10],
  ]
    .map(([y, height]) => `<rect x="320" y="${y}" width="600" height="${height}" fill="${stripe}"/>`)
    .join('')
  const defs = `<clipPath id="top"><path d="${top}"/></clipPath><linearGradient id="fold"><stop offset="0" stop-color="#fff" stop-opacity="0.35"/><stop offset="0.06" stop-color="#fff" stop-opacity="0"/><stop offset="0.9" stop-color="#2a1c10" stop-opacity="0.02"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0.26"/></linearGradient>`
  return studio(
    'flat',
    `${defs}${drape}`,
    `<g transform="rotate(-7 600 600)">
  <path d="M560 196C540 120 640 120 622 196" fill="none" stroke="${darker(ground, 0.25)}" stroke-width="15"/>
  ${flatShadow(third, 22)}<path d="${third}" fill="${darker(ground, 0.22)}"/><path d="${below}" fill="${darker(ground, 0.1)}"/>
  <path d="${below}" fill="none" stroke="${darker(ground, 0.3)}" stroke-width="2"/>
  <path d="${top}" fill="${ground}"/><g clip-path="url(#top)">${bands}</g>${cloth('linen', top, 0.2)}
  <path d="${top}" fill="url(#fold)"/><g clip-path="url(#top)"><path d="M330 592Q600 584 850 596" stroke="#2a1c10" stroke-width="14" opacity="0.16" fill="none" filter="url(#blur8)"/><path d="M330 600Q600 592 850 604" stroke="#fff" stroke-width="5" opacity="0.5" fill="none"/></g></g>`,
  )
}

export function tote(ground: string, ink: string): string {
  const body = 'M322 440Q600 452 878 440L900 1040Q900 1066 872 1068Q600 1080 328 1068Q300 1066 300 1040Z'
  const strap = (shade: string, lift: number) =>
    `<path d="M462 ${470 + lift}C466 300 520 150 600 140C680 150 734 300 738 ${470 + lift}" fill="none" stroke="${shade}" stroke-width="40"/>`
  const arch = (x: number, scale: number) => `<path d="${ogee(x, 590 + (1 - scale) * 120, 130 * scale, 300 * scale)}"/>`
  return studio(
    'flat',
    drape,
    `${peg}
  <g opacity="0.9">${strap(darker(ground, 0.26), -14)}</g>${flatShadow(body, 20)}
  <path d="${body}" fill="${ground}"/>
  <g fill="none" stroke="${ink}" stroke-width="9" stroke-linejoin="round">${arch(535, 1)}${arch(372, 0.86)}${arch(716, 0.86)}
  <path d="${ogee(556, 634, 88, 256)}" fill="${ink}" stroke="none"/><path d="${ogee(390, 650, 76, 212)}" stroke-width="6"/><path d="${ogee(734, 650, 76, 212)}" stroke-width="6"/>
  <path d="M360 930q40 -26 80 0t80 0t80 0t80 0t80 0t80 0M400 966q40 -22 80 0t80 0t80 0t80 0t80 0"/></g>
  ${cloth('canvas', body, 0.24)}<path d="${body}" fill="url(#drape)"/>
  <path d="M324 486Q600 498 876 486" stroke="${darker(ground, 0.35)}" stroke-width="3" stroke-dasharray="11 7" fill="none"/>
  ${strap(ground, 0)}<path d="M478 470C482 310 530 176 600 158C670 176 718 310 722 470" fill="none" stroke="${darker(ground, 0.3)}" stroke-width="2.5" stroke-dasharray="11 7"/>
  <path d="M442 440h40v62h-40ZM718 440h40v62h-40Z" fill="${ground}" stroke="${darker(ground, 0.35)}" stroke-width="3"/><path d="M446 444l32 54M478 444l-32 54M722 444l32 54M754 444l-32 54" stroke="${darker(ground, 0.35)}" stroke-width="2.5"/>
  <circle cx="600" cy="132" r="22" fill="${palette.oak}"/><circle cx="594" cy="126" r="9" fill="${lighter(palette.oak, 0.45)}"/>`,
  )
}

export function apron(colour: string): string {
  const body =
    'M476 330H724C736 420 790 490 872 520V1046Q872 1064 852 1066Q600 1078 348 1066Q328 1064 328 1046V520C410 490 464 420 476 330Z'
  const pocket = 'M452 690H748V868Q748 890 726 890H474Q452 890 452 868Z'
  const thread = `stroke="${lighter(colour, 0.45)}" stroke-width="3" stroke-dasharray="10 7" fill="none"`
  return studio(
    'flat',
    drape,
    `${peg}
  <path d="M492 342C500 240 556 160 600 142C644 160 700 240 708 342" fill="none" stroke="${darker(colour, 0.2)}" stroke-width="30"/>
  <path d="M336 540C270 560 250 700 268 860M864 540C930 560 950 700 936 860" fill="none" stroke="${darker(colour, 0.22)}" stroke-width="22" stroke-linecap="round"/>
  ${flatShadow(body, 18)}<path d="${body}" fill="${colour}"/>
  <path d="${pocket}" fill="${darker(colour, 0.07)}"/>${cloth('linen', body, 0.36)}
  <path d="${pocket}" fill="none" stroke="#1d120a" stroke-width="3" opacity="0.35"/><path d="M464 716H736M464 716V866Q466 878 478 878H722Q734 878 736 866V716M600 716V878" ${thread}/>
  <path d="M486 362H714M344 536V1046M856 536V1046M344 1042Q600 1054 856 1042" ${thread}/>
  <path d="${body}" fill="url(#drape)"/>
  <circle cx="500" cy="350" r="9" fill="${palette.ochre}"/><circle cx="700" cy="350" r="9" fill="${palette.ochre}"/><circle cx="600" cy="132" r="22" fill="${palette.oak}"/><circle cx="594" cy="126" r="9" fill="${lighter(palette.oak, 0.45)}"/>`,
  )
}

export function cushion(ground: string, motif: string): string {
  const body = 'M226 238Q600 300 974 238Q930 600 986 972Q600 918 214 972Q270 600 226 238Z'
  const tiles = Array.from({ length: 56 }, (_, index) => {
    const [column, row] = [index % 8, Math.floor(index / 8)]
    const [x, y] = [170 + column * 118 + (row % 2) * 59, 190 + row * 122]
    return `<path d="M${x + 50} ${y}C${x + 56} ${y + 44} ${x + 106} ${y + 40} ${x + 106} ${y + 82}C${x + 106} ${y + 122} ${x + 56} ${y + 118} ${x + 50} ${y + 162}C${x + 44} ${y + 118} ${x - 6} ${y + 122} ${x - 6} ${y + 82}C${x - 6} ${y + 40} ${x + 44} ${y + 44} ${x + 50} ${y}Z" fill="none" stroke="${motif}" stroke-width="7"/>
    <path d="M${x + 50} ${y + 44}C${x + 76} ${y + 70} ${x + 72} ${y + 100} ${x + 50} ${y + 120}C${x + 28} ${y + 100} ${x + 24} ${y + 70} ${x + 50} ${y + 44}Z" fill="${motif}"/>`
  }).join('')
  const defs = `<clipPath id="face"><path d="${body}"/></clipPath>
  <radialGradient id="puff" cx="0.42" cy="0.38" r="0.72"><stop offset="0" stop-color="#fff" stop-opacity="0.3"/><stop offset="0.45" stop-color="#fff" stop-opacity="0"/><stop offset="0.8" stop-color="#22150b" stop-opacity="0.16"/><stop offset="1" stop-color="#22150b" stop-opacity="0.46"/></radialGradient>`
  return studio(
    'flat',
    defs,
    `${flatShadow(body, 30)}<path d="${body}" fill="${ground}"/><g clip-path="url(#face)">${tiles}</g>${cloth('linen', body, 0.36)}
  <path d="${body}" fill="url(#puff)"/><g clip-path="url(#face)"><path d="M226 238Q360 380 380 470M974 238Q850 360 826 450M214 972Q350 860 380 770M986 972Q850 850 826 760" stroke="#22150b" stroke-width="26" fill="none" opacity="0.2" filter="url(#blur18)"/></g>
  <path d="${body}" fill="none" stroke="${darker(ground, 0.4)}" stroke-width="13" stroke-linejoin="round"/><path d="${body}" fill="none" stroke="${lighter(ground, 0.25)}" stroke-width="5" stroke-linejoin="round"/>`,
  )
}

export function throwBlanket(ground: string, stripe: string): string {
  const sheet = roundedRect(290, 220, 620, 690, 40)
  const herringbone = `<pattern id="herring" width="36" height="28" patternUnits="userSpaceOnUse"><path d="M0 28L18 0L36 28M0 14L9 0M27 0L36 14M9 28L18 14L27 28" stroke="#1d130a" stroke-width="4" fill="none" opacity="0.17"/><path d="M4 28L22 0" stroke="#fff" stroke-width="2.5" opacity="0.2"/></pattern>`
  const fringe = Array.from({ length: 52 }, (_, index) => {
    const x = 300 + index * 11.8
    const sway = Math.sin(index * 1.9) * 7
    return `<path d="M${x} 896C${x + sway} 930 ${x - sway} 970 ${x + sway * 1.4} ${1012 + Math.sin(index * 3.1) * 9}" stroke="${index % 3 ? ground : darker(ground, 0.16)}" stroke-width="8" fill="none" stroke-linecap="round"/>`
  }).join('')
  const layer = (dy: number, shade: string) =>
    `<path d="${roundedRect(290 + dy * 0.6, 220 + dy, 620, 690, 40)}" fill="${shade}"/>`
  const defs = `${herringbone}<clipPath id="sheet"><path d="${sheet}"/></clipPath>${drape}`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(6 600 600)">${flatShadow(roundedRect(310, 250, 630, 730, 40), 30)}
  ${layer(34, darker(ground, 0.34))}${layer(18, darker(ground, 0.2))}${fringe}<path d="${sheet}" fill="${ground}"/>
  <g clip-path="url(#sheet)"><rect x="290" y="700" width="640" height="26" fill="${stripe}"/><rect x="290" y="748" width="640" height="62" fill="${stripe}"/><rect x="290" y="832" width="640" height="26" fill="${stripe}"/>
  <rect x="280" y="210" width="640" height="710" fill="url(#herring)"/></g>${cloth('wool', sheet, 0.14)}<path d="${sheet}" fill="url(#drape)"/>
  <g clip-path="url(#sheet)"><path d="M290 236H910" stroke="#fff" stroke-width="26" opacity="0.34" filter="url(#blur8)"/></g></g>`,
  )
}

export function silkScarf(ground: string, accent: string): string {
  const square =
    'M212 222C320 206 420 236 520 218S760 204 986 214C996 330 972 440 986 560S978 800 990 984C860 996 760 970 640 986S400 976 214 990C204 860 226 760 212 640S224 400 212 222Z'
  const ring = (by: number, width: number, colour: string) =>
    `<path transform="translate(600 600) scale(${1 - by / 390}) translate(-600 -602)" d="${square}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
  const poles = [400, 500, 700, 800]
    .map((x, index) => mooringPole(x, 420 + (index % 2) * 46, 760, 34, index % 3 ? accent : palette.terracotta))
    .join('')
  const edge = Array.from({ length: 11 }, (_, index) => ogee(299 + index * 55.5, 246, 46, 52)).join('')
  const border = [0, 90, 180, 270]
    .map((turn) => `<path transform="rotate(${turn} 600 600)" d="${edge}" fill="${lighter(ground, 0.72)}"/>`)
    .join('')
  const fold = (path: string, width: number) =>
    `<path d="${path}" fill="none" stroke="#1d120a" stroke-width="${width}" opacity="0.2" filter="url(#blur18)"/><path d="${path}" transform="translate(${-width * 0.9} ${-width * 0.5})" fill="none" stroke="#fff" stroke-width="${width * 0.8}" opacity="0.34" filter="url(#blur18)"/>`
  const defs = `<clipPath id="silk"><path d="${square}"/></clipPath><clipPath id="field"><path transform="translate(600 600) scale(0.703) translate(-600 -602)" d="${square}"/></clipPath>
  <linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d120a" stop-opacity="0.2"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(-9 600 600)">${flatShadow(square, 8)}<path d="${square}" fill="${ground}"/><g clip-path="url(#silk)">${ring(20, 8, accent)}${border}
  <path transform="translate(600 600) scale(0.734) translate(-600 -602)" d="${square}" fill="${accent}"/><path transform="translate(600 600) scale(0.703) translate(-600 -602)" d="${square}" fill="#f4ead6"/>
  <g clip-path="url(#field)"><rect x="215" y="700" width="770" height="300" fill="${lighter(ground, 0.35)}"/>${ripples(330, 700, 540, 180, '#fffaf0', 4)}${poles}
  <path d="M470 742C540 790 690 790 760 726L776 716C760 800 700 830 610 830C530 830 480 800 452 726Z" fill="${darker(ground, 0.45)}"/><path d="M560 640L588 790M588 690L640 640" stroke="${darker(ground, 0.45)}" stroke-width="9"/>
  <circle cx="790" cy="400" r="46" fill="${palette.ochre}"/></g>
  ${fold('M180 470C360 520 420 380 620 180', 40)}${fold('M300 1030C420 800 560 760 700 560S880 360 1020 320', 54)}${fold('M640 1020C700 900 820 860 1020 700', 44)}<path d="${square}" fill="url(#sheen)"/></g>
  <path d="${square}" fill="none" stroke="${darker(ground, 0.3)}" stroke-width="4" opacity="0.7"/></g>`,
  )
}
