import { IconReceiptTax } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Definitions, useDefinitionWords } from './definitions.tsx'
import { useCountryNames } from './places.ts'
import { taxRateList, type TaxRate } from './queries.ts'
import { TaxRateForm } from './tax-rate-form.tsx'
import { nameOfCategory, taxCategoryList, taxZoneList } from './tax-queries.ts'

export default function TaxesScreen() {
  const t = useTranslations('settings.tax')
  const locale = useLocale()
  const format = useFormatter()
  const countryNames = useCountryNames()
  const { data: zones } = useQuery(taxZoneList)
  const { data: categories } = useQuery(taxCategoryList)
  const words = new Map(categories?.items.map((one) => [one.code, nameOfCategory(one, locale)]))
  const zoneNames = new Map(zones?.items.map(({ code, name }) => [code, name]))
  const day = (on: string) => format.dateTime(new Date(`${on}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Definitions
      {...useDefinitionWords('tax')}
      icon={IconReceiptTax}
      writePermission="tax:write"
      list={useQuery(taxRateList)}
      keyOf={keyOf}
      show={({ country, zone, category, tax, compound, percent, validFrom, validTo, source }) => ({
        title: t(tax === 'vat' ? 'rate' : 'named', {
          country: [countryNames([country]), zone && (zoneNames.get(zone) ?? zone)].filter(Boolean).join(', '),
          percent: Number(percent),
          category: words.get(category) ?? category,
          tax: tax.toUpperCase(),
        }),
        note: `${compound ? `${t('isCompound')} · ` : ''}${validTo ? t('fromTo', { from: day(validFrom), to: day(validTo) }) : t('from', { from: day(validFrom) })} · ${source}`,
        mark: validTo !== null && <StateBadge tone="neutral">{t('ends')}</StateBadge>,
      })}
      Form={TaxRateForm}
    />
  )
}

function keyOf({ country, zone, category, tax, validFrom }: TaxRate): string {
  return [country, zone, category, tax, validFrom].join(':')
}
