import type { Database } from '../../../host/database/pool.ts'
import { sql, type Sql } from '../../../host/database/sql.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { liesIn, type TaxPlace } from '../domain/tax-zone.ts'
import { ratesAt, type RateAtPlace, type RatesByCategory } from '../domain/rates-at.ts'
import { exemptionAt, type Exemption } from '../domain/exemption.ts'
import { whereTaxed, type Treatment, type Unverified } from '../domain/where-taxed.ts'
import { findVatCheck, type VatCheck } from './find-vat-check.ts'
import { exportsUntaxed, usesOss } from './seller-settings.ts'
import { vatCheckDays } from './vat-settings.ts'

type Reader = Pick<Database, 'rows'>

/** What each category bears where a sale is taxed, why there, and what its market decided. */
export interface SaleTaxes {
  readonly taxRates: RatesByCategory
  readonly treatment: Treatment
  /** Whose taxes these are. */
  readonly taxCountry: string
  /** What is inside the prices as they were made; undefined at home. */
  readonly homeTaxRates: RatesByCategory | undefined
  /** How the buyer's VAT number stands; undefined where they named none. */
  readonly vatCheck: VatCheck | undefined
  /** The certificate by which they owe nothing. */
  readonly exemption: Exemption | undefined
  /** What the market chose itself; the rest is as usual. */
  readonly chosen: Readonly<Record<string, string>>
}

export interface SalePlace {
  readonly market: string
  /** Undefined: the country of the entity that sells in the market. */
  readonly home?: string | undefined
  readonly place: TaxPlace
  /** In the zone of the seller. */
  readonly on: LocalDate
  readonly buyer?: SaleBuyer | undefined
}

/** What of who buys may change the taxes. */
export interface SaleBuyer {
  readonly now: Date
  readonly vatNumber?: { readonly text: string; readonly country: string } | undefined
  readonly exemptions: readonly Exemption[]
}

interface RateRow {
  readonly country: string
  readonly category: string
  readonly tax: string
  readonly compound: boolean
  readonly ppm: bigint
  readonly zone: string
  readonly regions: readonly string[] | null
  readonly postcodes: readonly string[] | null
  readonly instead: boolean | null
}

interface MarketRow {
  readonly home: string
  readonly choices: Readonly<Record<string, string>> | null
}

export async function loadSaleTaxes(
  reader: Reader,
  { market, home: told, place, on, buyer }: SalePlace,
): Promise<SaleTaxes> {
  const single = { row: async <Row>(query: Sql<Row>) => (await reader.rows(query))[0] }
  const [rows, [known], oss, untaxed, vatCheck] = await Promise.all([
    reader.rows(sql<RateRow>`
      SELECT r.country, r.category, r.tax, r.compound, r.ppm, r.zone_code AS zone, z.regions, z.postcodes, z.instead
      FROM tax.rate r LEFT JOIN tax.zone z ON z.code = r.zone_code
      WHERE (r.country = ${place.country} OR (r.zone_code = '' AND r.country = coalesce(${told ?? null}::text,
          (SELECT m.entity_country FROM organisation.pub_market m WHERE m.code = ${market}))))
        AND r.valid_from <= ${on} AND (r.valid_to IS NULL OR r.valid_to >= ${on})`),
    reader.rows(sql<MarketRow>`
      SELECT m.entity_country AS home, c.choices FROM organisation.pub_market m
      LEFT JOIN tax.market_choice c ON c.market_code = m.code WHERE m.code = ${market}`),
    readSetting(single, usesOss),
    readSetting(single, exportsUntaxed),
    checkOf(reader, single, buyer),
  ])
  const home = told ?? known?.home ?? place.country
  const seller = { usesOss: oss, exportsUntaxed: untaxed }
  const usual = whereTaxed(home, place.country, seller)
  const exemption = exemptionAt(buyer?.exemptions ?? [], { country: usual.country, region: place.region, on })
  const { treatment, country } = whereTaxed(home, place.country, seller, {
    buyer: {
      vatNumber: buyer?.vatNumber && vatCheck && { ...buyer.vatNumber, state: vatCheck.state },
      isExempt: !!exemption,
    },
    unverified: known?.choices?.['unverifiedNumbers'] as Unverified | undefined,
  })
  const rates = rows.map(toRate)
  const here = country === place.country ? place : { country }
  const reaching = rates.filter(({ zone }) => !zone || liesIn(zone, here))
  return {
    taxRates: ratesAt(reaching, country),
    treatment,
    taxCountry: country,
    homeTaxRates: treatment === 'domestic' || treatment === 'origin' ? undefined : ratesAt(rates, home),
    vatCheck,
    exemption,
    chosen: known?.choices ?? {},
  }
}

/** Asked only where somebody named a number. */
async function checkOf(
  reader: Reader,
  single: { readonly row: <Row>(query: Sql<Row>) => Promise<Row | undefined> },
  buyer: SaleBuyer | undefined,
): Promise<VatCheck | undefined> {
  if (!buyer?.vatNumber) return undefined
  const days = await readSetting(single, vatCheckDays)
  return findVatCheck(reader, { number: buyer.vatNumber.text, now: buyer.now, days })
}

function toRate({ country, category, tax, compound, ppm, zone, regions, postcodes, instead }: RateRow): RateAtPlace {
  return {
    country,
    category,
    tax,
    compound,
    percent: percentFromPpm(ppm),
    zone:
      zone === ''
        ? undefined
        : { country, regions: regions ?? [], postcodes: postcodes ?? [], instead: instead ?? false },
  }
}
