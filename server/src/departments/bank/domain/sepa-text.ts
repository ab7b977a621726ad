/**
 * What banks of SEPA carry: Latin letters without marks, digits, and / - ? : ( ) . , ' + and a blank (EPC217-08). Everything else is
 * written as people of its language write it in Latin letters; for what nobody knows stands a full stop.
 */
export function sepaText(text: string, most: number): string {
  const latin = [...text.normalize('NFC')].map(latinOf).join('')
  const plain = latin.replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, '.').replaceAll(/ +/g, ' ')
  // Neither begins nor ends with a slash, and none are doubled: banks take that for a code of their own.
  return plain
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^[/ ]+/g, '')
    .slice(0, most)
    .replaceAll(/[/ ]+$/g, '')
}

function latinOf(letter: string): string {
  const lower = letter.toLowerCase()
  const found = LETTERS[lower]
  if (found !== undefined) return letter === lower ? found : found.charAt(0).toUpperCase() + found.slice(1)
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const known = LETTERS[bare.toLowerCase()]
  if (known !== undefined) return bare === bare.toLowerCase() ? known : known.charAt(0).toUpperCase() + known.slice(1)
  return bare
}

const pairs = (text: string) => Object.fromEntries(text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]))

const LETTERS: Readonly<Record<string, string>> = {
  ...pairs('ßss æae øo œoe łl đd ðd þth ıi ŋn äae öoe üue åaa'),
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'),
  ...pairs('аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ьy юyu яya'),
  ...{
    '&': '+',
    '’': "'",
    '‘': "'",
    '`': "'",
    '"': "'",
    '“': "'",
    '”': "'",
    '–': '-',
    '—': '-',
    _: '-',
    '@': '(at)',
    '€': 'E',
  },
}
