import { darker, lighter, mix, palette } from './colours.ts'
import { write } from './lettering.ts'
import { marbledPaper } from './rasters.ts'
import { cloth, flatShadow, roundedRect, studio } from './studio.ts'
import { mooringPole, ogee, ripples } from './venice.ts'

export async function marbledNotebook(spine: string, inks: readonly string[], seed: number): Promise<string> {
  const paper = await marbledPaper(inks, seed, 560, 780)
  const cover = roundedRect(330, 200, 540, 760, 16)
  const defs = `<clipPath id="cover"><path d="${cover}"/></clipPath>
  <linearGradient id="hinge"><stop offset="0" stop-color="#fff" stop-opacity="0.3"/><stop offset="0.06" stop-color="#fff" stop-opacity="0.02"/><stop offset="0.155" stop-color="#1d120a" stop-opacity="0.3"/><stop offset="0.175" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.2" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d120a" stop-opacity="0.12"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(-8 600 600)">${flatShadow(roundedRect(336, 206, 556, 776, 14), 24)}
  <path d="M742 940V1040L756 1022L770 1040V940Z" fill="${darker(spine, 0.1)}"/>
  <path d="${roundedRect(340, 214, 552, 768, 12)}" fill="${darker(spine, 0.45)}"/><path d="${roundedRect(336, 209, 550, 764, 8)}" fill="#efe6d2"/>
  <path d="M340 966H884M340 970H886M878 214V970M882 214V972" stroke="#c4b594" stroke-width="1.5"/>
  <path d="${cover}" fill="${spine}"/><g clip-path="url(#cover)"><image href="${paper}" x="416" y="190" width="560" height="780"/>
  <rect x="320" y="190" width="96" height="780" fill="${spine}"/></g>${cloth('spine', 'M330 200H416V960H330Z', 0.4)}
  <path d="${cover}" fill="url(#hinge)"/>
  <path d="${roundedRect(536, 340, 240, 168, 6)}" fill="#1d120a" opacity="0.28" transform="translate(3 4)"/><path d="${roundedRect(536, 340, 240, 168, 6)}" fill="#f6eedc"/>
  <path d="${roundedRect(548, 352, 216, 144, 3)}" fill="none" stroke="${spine}" stroke-width="3"/><path d="M584 416H728M584 448H728" stroke="${spine}" stroke-width="2" opacity="0.5"/>
  <path d="${ogee(644, 366, 24, 34)}" fill="${spine}"/></g>`,
  )
}

export function sketchbook(colour: string): string {
  const cover = roundedRect(320, 200, 560, 760, 18)
  const emblem = ogee(548, 430, 104, 210)
  const pencil = `<g transform="rotate(13 960 600)"><path d="M948 300L964 236L980 300V930H948Z" transform="translate(14 18)" fill="#4a3826" opacity="0.34" filter="url(#blur8)"/>
  <path d="M948 310L960 250H968L980 310Z" fill="#dfc195"/><path d="M959 256L964 236L969 256Z" fill="#2d2926"/><path d="M948 306q5 -12 10 0q6 -12 12 0q5 -12 10 0V930H948Z" fill="${palette.ochre}"/><path d="M948 306q5 -12 10 0V930H948Z" fill="#fff" opacity="0.3"/><path d="M970 306q5 -12 10 0V930H970Z" fill="#2a1708" opacity="0.28"/><path d="M948 930h32v16q-16 8 -32 0Z" fill="${darker(palette.ochre, 0.3)}"/></g>`
  const defs = `<linearGradient id="board" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.24"/><stop offset="0.6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d120a" stop-opacity="0.24"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="translate(-56 0) rotate(-5 600 600)">${flatShadow(roundedRect(326, 206, 574, 776, 16), 24)}
  <path d="${roundedRect(330, 214, 570, 768, 14)}" fill="${darker(colour, 0.4)}"/><path d="${roundedRect(326, 208, 566, 764, 8)}" fill="#f2ead8"/><path d="M330 966H888M884 214V968" stroke="#c4b594" stroke-width="2"/>
  <path d="${cover}" fill="${colour}"/>${cloth('buckram', cover, 0.46)}<path d="${cover}" fill="url(#board)"/>
  <path d="M392 200V960" stroke="#1d120a" stroke-width="8" opacity="0.26"/><path d="M399 200V960" stroke="#fff" stroke-width="3" opacity="0.22"/>
  <path d="${emblem}" fill="${darker(colour, 0.26)}"/><path d="${emblem}" fill="none" stroke="#1d120a" stroke-width="5" opacity="0.4"/><path d="${emblem}" transform="translate(4 5)" fill="none" stroke="#fff" stroke-width="3" opacity="0.3"/>
  <rect x="806" y="198" width="24" height="768" fill="${darker(colour, 0.5)}"/><rect x="808" y="198" width="6" height="768" fill="#fff" opacity="0.15"/></g>${pencil}`,
  )
}

export function pencils(): string {
  const colours = [palette.terracotta, palette.ochre, palette.ivory, palette.mist, palette.lagoon, palette.deep]
  const width = 62
  const drawn = colours
    .map((colour, index) => {
      const x = 414 + index * width
      const wood = '#e2c79c'
      return `<path d="M${x} 372L${x + 24} 250H${x + 38}L${x + width} 372Z" fill="${wood}"/><path d="M${x + 36} 250h3L${x + width} 372H${x + 44}Z" fill="${darker(wood, 0.22)}"/>
    <path d="M${x + 22} 262L${x + 31} 212L${x + 40} 262Z" fill="${palette.charcoal}"/>
    <path d="M${x} 366q10 -24 20 0q11 -24 22 0q10 -24 20 0V1000H${x}Z" fill="${colour}"/>
    <path d="M${x} 366q10 -24 20 0V1000H${x}Z" fill="#fff" opacity="0.26"/><path d="M${x + 42} 366q10 -24 20 0V1000H${x + 42}Z" fill="#1d120a" opacity="0.24"/>
    <path d="M${x} 990h${width}v22q${-width / 2} 12 ${-width} 0Z" fill="${darker(colour, 0.3)}"/>`
    })
    .join('')
  const band = 'M400 610Q600 596 800 610V800Q600 786 400 800Z'
  const defs = `<linearGradient id="band"><stop offset="0" stop-color="#d9ccb2"/><stop offset="0.15" stop-color="#fbf4e4"/><stop offset="0.8" stop-color="#f0e6d0"/><stop offset="1" stop-color="#cbbd9f"/></linearGradient>`
  return studio(
    'flat',
    defs,
    `<g transform="rotate(16 600 620)">${flatShadow('M414 380L600 214L786 380V1010H414Z', 20)}${drawn}
  <path d="${band}" transform="translate(3 6)" fill="#1d120a" opacity="0.3"/><path d="${band}" fill="url(#band)"/>
  <path d="M402 624Q600 610 798 624M402 786Q600 772 798 786" stroke="${palette.brick}" stroke-width="4" fill="none"/>
  ${write('BOTTEGA LAGUNA', 600, 664, { size: 26, colour: palette.brick, weight: 10 })}${write('SEI MATITE', 600, 718, { size: 18, colour: palette.brick, weight: 10 })}</g>`,
  )
}

const coin = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size / 60})"><circle r="60" fill="${palette.ochre}"/><circle r="60" fill="none" stroke="${palette.ink}" stroke-width="4"/><circle r="44" fill="${palette.brick}"/><circle r="44" fill="none" stroke="${palette.ink}" stroke-width="3"/>${[0, 45, 90, 135, 180, 225, 270, 315].map((turn) => `<path transform="rotate(${turn})" d="M0 -6C10 -16 8 -30 0 -40C-8 -30 -10 -16 0 -6Z" fill="#f6e7c4"/>`).join('')}<circle r="8" fill="${palette.ink}"/></g>`
const cup = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size / 60})" stroke="${palette.ink}" stroke-width="4" stroke-linejoin="round"><path d="M-44 -56H44C44 -8 26 8 9 14V40H28V54H-28V40H-9V14C-26 8 -44 -8 -44 -56Z" fill="${palette.lagoon}"/><path d="M-41 -36H41" stroke="#f6e7c4" stroke-width="7"/><circle cy="26" r="11" fill="${palette.ochre}"/></g>`

export function playingCards(): string {
  const card = (turn: number, face: string) =>
    `<g transform="rotate(${turn} 560 1240)"><path d="${roundedRect(430, 250, 270, 470, 20)}" transform="translate(7 9)" fill="#3d2c1c" opacity="0.34" filter="url(#blur8)"/><path d="${roundedRect(430, 250, 270, 470, 20)}" fill="#faf4e6"/><path d="${roundedRect(430, 250, 270, 470, 20)}" fill="none" stroke="#d8cbb2" stroke-width="2"/><path d="${roundedRect(446, 266, 238, 438, 10)}" fill="none" stroke="${palette.ink}" stroke-width="2.5"/>${face}</g>`
  const back = Array.from(
    { length: 32 },
    (_, index) =>
      `<path d="${ogee(452 + (index % 4) * 58, 274 + Math.floor(index / 4) * 53, 50, 48)}" fill="none" stroke="${palette.lagoon}" stroke-width="4"/>`,
  ).join('')
  const faces = [
    back,
    [cup(510, 360, 44), cup(620, 360, 44), cup(510, 610, 44), cup(620, 610, 44), cup(565, 486, 44)].join(''),
    [coin(565, 350, 46), coin(565, 485, 46), coin(565, 620, 46)].join(''),
    `${coin(565, 485, 96)}<path d="M470 320Q565 288 660 320M470 650Q565 682 660 650" fill="none" stroke="${palette.lagoon}" stroke-width="7" stroke-linecap="round"/>`,
  ]
  const box = roundedRect(640, 640, 330, 400, 10)
  const pattern = Array.from(
    { length: 35 },
    (_, index) =>
      `<path d="${ogee(652 + (index % 7) * 46, 650 + Math.floor(index / 7) * 80, 36, 66)}" fill="none" stroke="${lighter(palette.brick, 0.45)}" stroke-width="3.5"/>`,
  ).join('')
  return studio(
    'flat',
    `<clipPath id="box"><path d="${box}"/></clipPath>`,
    `<g transform="translate(-20 30)">${faces.map((face, index) => card(-24 + index * 13, face)).join('')}</g>
  <g transform="rotate(9 800 840)">${flatShadow(box, 26)}<path d="${box}" transform="translate(10 15)" fill="${darker(palette.brick, 0.5)}"/><path d="${box}" fill="${palette.brick}"/><g clip-path="url(#box)">${pattern}</g>
  <path d="${roundedRect(690, 740, 230, 200, 100)}" fill="#f7eeda"/><path d="${roundedRect(700, 750, 210, 180, 90)}" fill="none" stroke="${palette.brick}" stroke-width="4"/>${coin(805, 808, 40)}${write('CARTE', 805, 872, { size: 28, colour: palette.ink, weight: 10 })}
  <path d="${box}" fill="#fff" opacity="0.06"/></g>`,
  )
}

export async function correspondence(ground: string, seed: number): Promise<string> {
  const liner = await marbledPaper(
    [ground, lighter(ground, 0.4), palette.ivory, palette.ochre, darker(ground, 0.3)],
    seed,
    620,
    360,
  )
  const envelope = '#efe4cf'
  const card = (turn: number, dx: number, dy: number, art: string) => {
    const sheet = roundedRect(300, 560, 540, 380, 6)
    return `<g transform="translate(${dx} ${dy}) rotate(${turn} 570 750)">${flatShadow(sheet, 16)}<path d="${sheet}" fill="#faf4e7"/><path d="${roundedRect(318, 578, 504, 344, 3)}" fill="none" stroke="${ground}" stroke-width="4"/>${art}</g>`
  }
  const view = `<clipPath id="view"><path d="${roundedRect(334, 594, 472, 312, 2)}"/></clipPath><g clip-path="url(#view)"><rect x="334" y="594" width="472" height="312" fill="${mix(ground, '#fbf3e2', 0.72)}"/><circle cx="690" cy="700" r="52" fill="${palette.ochre}"/>
  <rect x="334" y="770" width="472" height="140" fill="${ground}"/>${ripples(350, 772, 440, 116, '#fbf3e2', 2)}${mooringPole(430, 640, 850, 28, palette.brick)}${mooringPole(500, 672, 836, 26, palette.deep)}${mooringPole(566, 652, 862, 28, palette.brick)}</g>`
  return studio(
    'flat',
    `<clipPath id="flap"><path d="M330 420L640 160L950 420Z"/></clipPath>`,
    `<g transform="rotate(7 620 500)">${flatShadow('M320 420L640 140L960 420V800H320Z', 20)}
  <path d="M320 420L640 140L960 420Z" fill="${darker(envelope, 0.06)}"/><g clip-path="url(#flap)"><image href="${liner}" x="330" y="130" width="620" height="360"/></g>
  <path d="M320 418H960V800H320Z" fill="${envelope}"/><path d="M320 800L640 560L960 800Z" fill="${lighter(envelope, 0.35)}"/><path d="M320 418L640 640L960 418" fill="${darker(envelope, 0.04)}"/><path d="M320 418L640 640L960 418M320 800L560 620M960 800L720 620" fill="none" stroke="#b9a785" stroke-width="3" opacity="0.7"/></g>
  ${card(4, 40, 40, '')}${card(-7, -30, 70, view)}`,
  )
}
