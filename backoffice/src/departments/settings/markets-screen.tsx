import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { MarketForm } from './market-form.tsx'
import { useCountryNames } from './places.ts'
import { marketList } from './queries.ts'

export default function MarketsScreen() {
  const t = useTranslations('settings.market')
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('market')}
      icon={IconWorld}
      writePermission="organisation:write"
      list={useQuery(marketList)}
      keyOf={byCode}
      show={({ countries, currency, language, pricesIncludeTax }) => ({
        title: countryNames(countries),
        note: [
          currency,
          isLanguage(language) ? LANGUAGE_NAMES[language] : language,
          t(pricesIncludeTax ? 'withTax' : 'withoutTax'),
        ].join(' · '),
      })}
      Form={MarketForm}
    />
  )
}
