/**
 * Whose a tracking number is, by its form and its check digit. Forms, weights and addresses as collected in
 * jkeen/tracking_number_data (MIT), for the carriers that reach this shop's markets; others are written by hand.
 */
import { trackingKey } from './parcel.ts'

export interface Recognised {
  readonly carrier: string
  /** Where its way can be followed. */
  readonly url: string | null
}

type Check = (serial: string, check: string) => boolean

interface Form {
  readonly carrier: string
  readonly id: string
  /** Named groups `serial` and `check`. */
  readonly pattern: RegExp
  readonly check?: Check
  readonly url?: string
}

const digitOf = (one: string): number => (/\d/.test(one) ? Number(one) : ((one.codePointAt(0) ?? 0) - 3) % 10)

const mod10 =
  (evens: number, odds: number): Check =>
  (serial, check) => {
    const sum = [...serial].reduce((all, one, at) => all + digitOf(one) * (at % 2 === 0 ? evens : odds), 0)
    return (10 - (sum % 10)) % 10 === Number(check)
  }

const mod7: Check = (serial, check) => BigInt(serial) % 7n === BigInt(check)

const weighted =
  (weights: readonly number[]): Check =>
  (serial, check) => {
    const sum = weights.reduce((all, weight, at) => all + weight * Number(serial[at]), 0)
    return (sum % 11) % 10 === Number(check)
  }

/** Universal Postal Union, standard S10. */
const s10: Check = (serial, check) => {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const rest = 11 - (weights.reduce((all, weight, at) => all + weight * Number(serial[at]), 0) % 11)
  const expected = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return expected === Number(check)
}

/** ISO/IEC 7064, MOD 37,36. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const mod37: Check = (serial, check) => {
  let rest = 36
  for (const one of serial) {
    rest = (rest + ALPHABET.indexOf(one)) % 36 || 36
    rest = (rest * 2) % 37
  }
  return ALPHABET[(37 - rest) % 36] === check
}

const UPS = 'https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums=%s'
const DHL = 'https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB=%s'
const DPD = 'https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber=%s'
const FEDEX = 'https://www.fedex.com/apps/fedextrack/?tracknumbers=%s'
const EXPRESS = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]
const LONG = [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]

/** Posts of the markets that the shop serves, by the last two letters of S10. */
const POSTS: Readonly<Record<string, string>> = {
  AT: 'Österreichische Post',
  BE: 'bpost',
  CF: 'Office National des Postes et de l’Épargne',
  CH: 'Swiss Post',
  CV: 'Correios de Cabo Verde',
  DE: 'Deutsche Post',
  ES: 'Correos',
  FR: 'La Poste',
  GB: 'Royal Mail',
  ID: 'Pos Indonesia',
  IE: 'An Post',
  IT: 'Poste Italiane',
  NL: 'PostNL',
  PT: 'CTT',
  SG: 'Singapore Post',
  US: 'USPS',
}

export const FORMS: readonly Form[] = [
  { carrier: 'UPS', id: 'ups', pattern: /^1Z(?<serial>[A-Z0-9]{15})(?<check>\d)$/, check: mod10(1, 2), url: UPS },
  { carrier: 'DHL Express', id: 'dhl_express', pattern: /^(?<serial>\d{9,10})(?<check>\d)$/, check: mod7, url: DHL },
  { carrier: 'DHL Express', id: 'dhl_express_piece_id', pattern: /^J[A-Z]{2,3}\d{9,10}$/, url: DHL },
  { carrier: 'DPD', id: 'dpd', pattern: /^(?<serial>\d{27})(?<check>[0-9A-Z])$/, check: mod37, url: DPD },
  { carrier: 'DPD', id: 'dpd_14', pattern: /^(?<serial>\d{14})(?<check>[0-9A-Z])$/, check: mod37, url: DPD },
  {
    carrier: 'FedEx',
    id: 'fedex_12',
    pattern: /^(?<serial>\d{11})(?<check>\d)$/,
    check: weighted(EXPRESS),
    url: FEDEX,
  },
  {
    carrier: 'FedEx',
    id: 'fedex_34',
    pattern: /^[0-8]\d{19}(?<serial>\d{13})(?<check>\d)$/,
    check: weighted(LONG),
    url: FEDEX,
  },
  { carrier: 'FedEx', id: 'fedex_ground', pattern: /^(?<serial>\d{14})(?<check>\d)$/, check: mod10(1, 3), url: FEDEX },
  {
    carrier: 'FedEx',
    id: 'fedex_ground_96',
    pattern: /^96\d{5}(?<serial>\d{14})(?<check>\d)$/,
    check: mod10(1, 3),
    url: FEDEX,
  },
  {
    carrier: 'USPS',
    id: 'usps_20',
    pattern: /^(?<serial>\d{19})(?<check>\d)$/,
    check: mod10(3, 1),
    url: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=%s',
  },
  { carrier: 'Yodel', id: 'yodel', pattern: /^JJ?D\d{16}$/, url: 'https://www.yodel.co.uk/tracking/%s' },
  {
    carrier: 'YunExpress',
    id: 'yunexpress',
    pattern: /^YT\d{16}$/,
    url: 'https://www.yuntrack.com/parcelTracking?id=%s',
  },
  {
    carrier: 'Landmark Global',
    id: 'landmark_global',
    pattern: /^LTN\d{8}N1$/,
    url: 'https://track.landmarkglobal.com/?search=%s',
  },
]

function fits({ pattern, check }: Form, key: string): boolean {
  const groups = pattern.exec(key)?.groups
  if (!groups && !pattern.test(key)) return false
  return check ? check(groups?.['serial'] ?? '', groups?.['check'] ?? '') : true
}

/** Which forms a number has: several where carriers share one. */
export function formsOf(typed: string): readonly Form[] {
  const key = trackingKey(typed)
  return FORMS.filter((form) => fits(form, key))
}

function postOf(key: string): string | undefined {
  const parts = /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)(?<post>[A-Z]{2})$/.exec(key)?.groups
  return parts && s10(parts['serial'] ?? '', parts['check'] ?? '') ? POSTS[parts['post'] ?? ''] : undefined
}

/** Who could carry a parcel of this number, each once; nobody where its form is unknown. */
export function recognise(typed: string): Recognised[] {
  const key = trackingKey(typed)
  const post = postOf(key)
  const found = new Map<string, Recognised>(post ? [[post, { carrier: post, url: null }]] : [])
  for (const { carrier, url } of formsOf(key))
    found.set(carrier, { carrier, url: url?.replace('%s', encodeURIComponent(key)) ?? null })
  return [...found.values()]
}
