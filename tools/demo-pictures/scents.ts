import { darker, lighter, mix, palette } from './colours.ts'
import { write } from './lettering.ts'
import { flatShadow, roundedRect, standingShadow, studio } from './studio.ts'
import { round } from './tableware.ts'
import { ogee } from './venice.ts'

export type Scent = 'fig' | 'salt' | 'cedar'

const colours: Record<Scent, string> = { fig: palette.plum, salt: palette.lagoon, cedar: palette.moss }

/** A small line drawing of what the thing smells of, about 120 units wide, centred on the origin. */
function emblem(scent: Scent, colour: string): string {
  const leaf = (turn: number, reach: number) =>
    `<path transform="rotate(${turn})" d="M0 0C${reach * 0.4} ${-reach * 0.3} ${reach * 0.4} ${-reach * 0.8} 0 ${-reach}C${-reach * 0.4} ${-reach * 0.8} ${-reach * 0.4} ${-reach * 0.3} 0 0ZM0 0V${-reach * 0.75}"/>`
  const drawings: Record<Scent, string> = {
    fig: `<path d="M0 -46C8 -22 42 -8 42 26C42 52 20 62 0 62C-20 62 -42 52 -42 26C-42 -8 -8 -22 0 -46Z"/><path d="M0 -46V-60M-18 8Q-24 28 -14 48M0 -4V52M18 8Q24 28 14 48"/>`,
    salt:
      [0, 1, 2].map((row) => `<path d="M-60 ${-26 + row * 30}q15 -20 30 0t30 0t30 0t30 0"/>`).join('') +
      '<circle cx="0" cy="-58" r="12"/>',
    cedar: `<path d="M0 64V-50"/>${[-40, -10, 20].map((y) => `<g transform="translate(0 ${y})">${leaf(56, 46)}${leaf(-56, 46)}</g>`).join('')}<g transform="translate(0 -42)">${leaf(0, 30)}</g>`,
  }
  return `<g fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${drawings[scent]}</g>`
}

export function candle(scent: Scent): string {
  const colour = colours[scent]
  const cup = 'M374 520V840C374 890 404 912 452 916Q600 926 748 916C796 912 826 890 826 840V520A226 44 0 0 1 374 520Z'
  const defs = `${round('cup', colour, 0.26)}
  <radialGradient id="wax" cx="0.5" cy="0.5" r="0.6"><stop offset="0" stop-color="#fff6dc"/><stop offset="1" stop-color="#e9d8b4"/></radialGradient>
  <radialGradient id="glow"><stop offset="0" stop-color="#ffd88a" stop-opacity="0.75"/><stop offset="0.5" stop-color="#ffe3ac" stop-opacity="0.25"/><stop offset="1" stop-color="#ffe3ac" stop-opacity="0"/></radialGradient>
  <linearGradient id="flame" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f6b13f"/><stop offset="0.55" stop-color="#fff3c4"/><stop offset="1" stop-color="#f3a53c"/></linearGradient>
  <linearGradient id="paper"><stop offset="0" stop-color="#efe5d2"/><stop offset="0.3" stop-color="#fffaf0"/><stop offset="1" stop-color="#d8cbb4"/></linearGradient>`
  return studio(
    'standing',
    defs,
    `${standingShadow(600, 918, 250)}
  <path d="${cup}" fill="url(#cup)"/>
  <path d="M452 570C444 680 446 780 456 860" stroke="#fff" stroke-width="18" opacity="0.3" fill="none" filter="url(#blur8)"/>
  <path d="M480 642Q600 664 720 642V846Q600 868 480 846Z" fill="url(#paper)"/>
  <path d="M492 656Q600 676 708 656V834Q600 854 492 834Z" fill="none" stroke="${darker(colour, 0.1)}" stroke-width="3"/>
  <g transform="translate(600 736) scale(0.9)">${emblem(scent, darker(colour, 0.15))}</g>
  ${write('BOTTEGA LAGUNA', 600, 814, { size: 12, colour: darker(colour, 0.2), weight: 12 })}
  <ellipse cx="600" cy="520" rx="226" ry="44" fill="${lighter(colour, 0.34)}"/><ellipse cx="600" cy="523" rx="210" ry="37" fill="${darker(colour, 0.4)}"/>
  <ellipse cx="600" cy="532" rx="200" ry="29" fill="url(#wax)"/><ellipse cx="600" cy="532" rx="66" ry="12" fill="#fffdf2" opacity="0.9"/>
  <path d="M600 532C598 516 602 508 600 494" stroke="#3b2c20" stroke-width="6" fill="none"/>
  <circle cx="600" cy="440" r="190" fill="url(#glow)"/>
  <path d="M600 372C624 424 634 446 634 466C634 492 618 506 600 506C582 506 566 492 566 466C566 446 576 424 600 372Z" fill="url(#flame)"/>`,
  )
}

export function soap(scent: Scent): string {
  const colour = colours[scent]
  const bar = mix(colour, '#fbf3e2', 0.6)
  const under = roundedRect(250, 300, 600, 370, 74)
  const over = roundedRect(372, 560, 580, 350, 10)
  const motif = Array.from({ length: 60 }, (_, index) => {
    const [column, row] = [index % 10, Math.floor(index / 10)]
    return `<path d="${ogee(376 + column * 58 + (row % 2) * 29 - 29, 540 + row * 62, 46, 60)}" fill="none" stroke="${lighter(colour, 0.6)}" stroke-width="3.5"/>`
  }).join('')
  const defs = `<linearGradient id="bar" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(bar, 0.6)}"/><stop offset="0.5" stop-color="${bar}"/><stop offset="1" stop-color="${darker(bar, 0.2)}"/></linearGradient>
  <linearGradient id="wrap" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.24"/><stop offset="0.6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1a100a" stop-opacity="0.24"/></linearGradient>
  <clipPath id="over"><path d="${over}"/></clipPath>`
  const stamp = ogee(490, 384, 120, 190)
  return studio(
    'flat',
    defs,
    `<g transform="translate(-10 -76) rotate(-14 550 480)">${flatShadow(under, 24)}
  <path d="${under}" transform="translate(8 13)" fill="${darker(bar, 0.34)}"/><path d="${under}" fill="url(#bar)"/>
  <path d="${roundedRect(284, 332, 532, 306, 54)}" fill="none" stroke="${darker(bar, 0.2)}" stroke-width="5" opacity="0.6"/>
  <path d="${roundedRect(287, 335, 532, 306, 54)}" fill="none" stroke="#fff" stroke-width="4" opacity="0.6"/>
  <path d="${stamp}" fill="none" stroke="${darker(bar, 0.3)}" stroke-width="8"/><path d="${stamp}" transform="translate(3 4)" fill="none" stroke="#fff" stroke-width="4" opacity="0.7"/></g>
  <g transform="translate(0 44) rotate(7 660 735)">${flatShadow(over, 26)}<path d="${over}" transform="translate(7 12)" fill="${darker(colour, 0.5)}"/>
  <path d="${over}" fill="${colour}"/><g clip-path="url(#over)">${motif}
  <rect x="560" y="540" width="210" height="400" fill="#f7efde"/><path d="M572 540V940M758 540V940" stroke="${colour}" stroke-width="4"/>
  <g transform="translate(665 700) scale(1.1)">${emblem(scent, darker(colour, 0.15))}</g>
  ${write('BOTTEGA', 665, 806, { size: 21, colour: darker(colour, 0.2) })}${write('LAGUNA', 665, 840, { size: 21, colour: darker(colour, 0.2) })}
  <rect x="360" y="540" width="620" height="400" fill="url(#wrap)"/></g></g>`,
  )
}
