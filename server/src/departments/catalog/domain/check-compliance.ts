import type { Refused } from '../../../kernel/result.ts'
import { textFlaws } from './check-texts.ts'
import type { Compliance } from './product.ts'
import { refusals } from './refusals.ts'

const HS_CODE = /^(\d{6}|\d{8}|\d{10})$/
const COUNTRY = /^[A-Z]{2}$/
const MOST_URL = 500
const MOST_WARNING = 2_000

/** What is written as it cannot be; what is missing is the business of publication. */
export function complianceFlaws(compliance: Compliance): Refused[] {
  const { hsCode, originCountry, durabilityYears, passportUrl, warnings } = compliance
  return [
    ...textFlaws(warnings, { field: 'warnings', max: MOST_WARNING, required: false }),
    ...(hsCode === null || isHsCode(hsCode) ? [] : [refusals.invalid_hs_code({ field: 'hsCode' })]),
    ...(originCountry === null || COUNTRY.test(originCountry)
      ? []
      : [refusals.invalid_country({ field: 'originCountry' })]),
    ...(durabilityYears === null || isDurability(durabilityYears)
      ? []
      : [refusals.invalid_durability({ field: 'durabilityYears' })]),
    ...(passportUrl === null || isLink(passportUrl) ? [] : [refusals.invalid_link({ field: 'passportUrl' })]),
  ]
}

/** Chapters 01 to 97 are goods; 77 is kept free, 98 and 99 are the countries' own. */
function isHsCode(code: string): boolean {
  const chapter = Number(code.slice(0, 2))
  return HS_CODE.test(code) && chapter >= 1 && chapter <= 97 && chapter !== 77
}

const isDurability = (years: number) => Number.isInteger(years) && years >= 3 && years <= 99

export function isLink(text: string): boolean {
  return text.length <= MOST_URL && URL.canParse(text) && new URL(text).protocol === 'https:'
}
