/**
 * How each state of the Union makes up its VAT identification numbers, with the check digits that its administration publishes:
 * a slip of the keyboard is found before anybody is asked. Whether the number is in use only VIES can tell.
 */

const digitsOf = (text: string): number[] => [...text].map(Number)
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)
const at = (digits: readonly number[], index: number): number => digits.at(index) ?? -1

function luhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0)
  return sum % 10 === 0
}

/** ISO 7064, MOD 11,10. */
function mod1110(text: string): boolean {
  let check = 5
  for (const digit of digitsOf(text)) check = ((((check || 10) * 2) % 11) + digit) % 10
  return check === 1
}

function austria(text: string): boolean {
  const digits = digitsOf(text.slice(1))
  const sum = digits
    .slice(0, 7)
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digitSum(2 * digit)), 0)
  return (10 - ((sum + 4) % 10)) % 10 === at(digits, 7)
}

const digitSum = (number: number): number => Math.floor(number / 10) + (number % 10)

function bulgaria(text: string): boolean {
  const digits = digitsOf(text)
  if (text.length === 9) {
    const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
    const check = first < 10 ? first : (weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10
    return check === at(digits, 8)
  }
  const checks = [
    (weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10,
    weighted(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10,
    (11 - (weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11,
  ]
  return checks.includes(at(digits, 9))
}

const CYPRIOT_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]

function cyprus(text: string): boolean {
  const sum = digitsOf(text.slice(0, 8)).reduce(
    (total, digit, index) => total + (index % 2 === 0 ? (CYPRIOT_ODD[digit] ?? 0) : digit),
    0,
  )
  return !text.startsWith('12') && String.fromCharCode(65 + (sum % 26)) === text[8]
}

function czechia(text: string): boolean {
  const digits = digitsOf(text)
  if (text.length === 8) {
    const check = (11 - (weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    return text[0] !== '9' && (check || 1) % 10 === at(digits, 7)
  }
  if (text.length === 9) {
    const check = weighted(digits.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11
    const special = (8 - ((10 - check) % 11) + 10) % 10
    return text[0] === '6' ? special === at(digits, 8) : Number(text.slice(0, 2)) < 54
  }
  const rest = Number(text.slice(0, 9)) % 11
  return rest % 10 === at(digits, 9)
}

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

function spain(text: string): boolean {
  const last = text[8] ?? ''
  if (/^\d/.test(text)) return SPANISH_LETTERS[Number(text.slice(0, 8)) % 23] === last
  if (/^[XYZ]/.test(text))
    return SPANISH_LETTERS[Number(`${'XYZ'.indexOf(text[0] ?? '')}${text.slice(1, 8)}`) % 23] === last
  if (/^[KLM]/.test(text)) return SPANISH_LETTERS[Number(text.slice(1, 8)) % 23] === last
  const sum = digitsOf(text.slice(1, 8)).reduce(
    (total, digit, index) => total + (index % 2 === 0 ? digitSum(2 * digit) : digit),
    0,
  )
  const check = (10 - (sum % 10)) % 10
  const [digit, letter] = [String(check), 'JABCDEFGHI'[check] ?? '']
  if (/^[ABEH]/.test(text)) return last === digit
  return /^[NPQRSW]/.test(text) ? last === letter : last === digit || last === letter
}

const FRENCH = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function france(text: string): boolean {
  const siren = text.slice(2)
  if (!siren.startsWith('000') && !luhn(siren)) return false
  const [first = '', second = ''] = text
  if (/^\d\d/.test(text)) return Number(`${siren}12`) % 97 === Number(text.slice(0, 2))
  const [one, two] = [FRENCH.indexOf(first), FRENCH.indexOf(second)]
  const key = /\d/.test(first) ? one * 24 + two - 10 : one * 34 + two - 100
  return (Number(siren) + 1 + Math.floor(key / 11)) % 11 === key % 11
}

const IRISH = 'WABCDEFGHIJKLMNOPQRSTUV'

function ireland(text: string): boolean {
  const isOld = !/^\d{7}/.test(text)
  const number = isOld ? `0${text.slice(2, 7)}${text[0]}` : text.slice(0, 7)
  const extra = isOld || text.length === 8 ? 0 : IRISH.indexOf(text[8] ?? '')
  return extra >= 0 && IRISH[(weighted(digitsOf(number), [8, 7, 6, 5, 4, 3, 2]) + 9 * extra) % 23] === text[7]
}

function italy(text: string): boolean {
  const office = Number(text.slice(7, 10))
  return (
    luhn(text) && !text.startsWith('0000000') && ((office > 0 && office < 101) || [120, 121, 888, 999].includes(office))
  )
}

function lithuania(text: string): boolean {
  const digits = digitsOf(text)
  const body = digits.slice(0, -1)
  const sum = (shift: number) =>
    body.reduce((total, digit, index) => total + (1 + ((index + shift) % 9)) * digit, 0) % 11
  const first = sum(0)
  return at(digits, -2) === 1 && (first < 10 ? first : sum(2) % 10) === at(digits, -1)
}

function latvia(text: string): boolean {
  const digits = digitsOf(text)
  if (at(digits, 0) > 3) return weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3
  return ((1 + weighted(digits, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === at(digits, 10)
}

function netherlands(text: string): boolean {
  const digits = digitsOf(text.slice(0, 9))
  const ofPerson = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
  const spelled = [...`NL${text}`].map((sign) => Number.parseInt(sign, 36)).join('')
  return (ofPerson && Number(text.slice(0, 9)) > 0) || BigInt(spelled) % 97n === 1n
}

function romania(text: string): boolean {
  if (text.length === 13) {
    const digits = digitsOf(text)
    return (
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1][weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11] === at(digits, 12)
    )
  }
  const digits = digitsOf(text.padStart(10, '0'))
  return ((10 * weighted(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === at(digits, 9)
}

const whole = (weights: readonly number[], modulus: number) => (text: string) =>
  weighted(digitsOf(text), weights) % modulus === 0

/** By the prefix of the number: its form after the prefix, and its check digits. */
export const VAT_FORMS: Readonly<Record<string, { readonly form: RegExp; readonly holds: (text: string) => boolean }>> =
  {
    AT: { form: /^U\d{8}$/, holds: austria },
    BE: { form: /^[01]\d{9}$/, holds: (text) => 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8)) },
    BG: { form: /^\d{9,10}$/, holds: bulgaria },
    CY: { form: /^[013459]\d{7}[A-Z]$/, holds: cyprus },
    CZ: { form: /^\d{8,10}$/, holds: czechia },
    DE: { form: /^[1-9]\d{8}$/, holds: mod1110 },
    DK: { form: /^[1-9]\d{7}$/, holds: whole([2, 7, 6, 5, 4, 3, 2, 1], 11) },
    EE: { form: /^\d{9}$/, holds: whole([3, 7, 1, 3, 7, 1, 3, 7, 1], 10) },
    EL: {
      form: /^\d{9}$/,
      holds: (text) => (weighted(digitsOf(text), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(text[8]),
    },
    ES: { form: /^([A-HJ-NP-SUVW]\d{7}[A-J0-9]|[KLMXYZ]\d{7}[A-Z]|\d{8}[A-Z])$/, holds: spain },
    FI: { form: /^\d{8}$/, holds: whole([7, 9, 10, 5, 8, 4, 2, 1], 11) },
    FR: { form: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, holds: france },
    HR: { form: /^\d{11}$/, holds: mod1110 },
    HU: { form: /^\d{8}$/, holds: whole([9, 7, 3, 1, 9, 7, 3, 1], 10) },
    IE: { form: /^(\d{7}[A-W][A-IT-W]?|[7-9][A-Z+*]\d{5}[A-W])$/, holds: ireland },
    IT: { form: /^\d{11}$/, holds: italy },
    LT: { form: /^(\d{9}|\d{12})$/, holds: lithuania },
    LU: { form: /^\d{8}$/, holds: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)) },
    LV: { form: /^\d{11}$/, holds: latvia },
    MT: { form: /^[1-9]\d{7}$/, holds: whole([3, 4, 6, 7, 8, 9, 10, 1], 37) },
    NL: { form: /^\d{9}B\d{2}$/, holds: netherlands },
    PL: { form: /^\d{10}$/, holds: whole([6, 5, 7, 2, 3, 4, 5, 6, 7, -1], 11) },
    PT: {
      form: /^[1-9]\d{8}$/,
      holds: (text) => ((11 - (weighted(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(text[8]),
    },
    RO: { form: /^([1-9]\d{1,9}|\d{13})$/, holds: romania },
    SE: { form: /^\d{10}01$/, holds: (text) => luhn(text.slice(0, 10)) },
    SI: {
      form: /^[1-9]\d{7}$/,
      holds: (text) => {
        const check = 11 - (weighted(digitsOf(text), [8, 7, 6, 5, 4, 3, 2]) % 11)
        return (check === 10 ? 0 : check) === Number(text[7])
      },
    },
    SK: { form: /^[1-9]\d[2-47-9]\d{7}$/, holds: (text) => Number(text) % 11 === 0 },
  }
