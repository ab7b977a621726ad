import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useMarketName } from '../../app/market-names.ts'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { MarketForm } from './market-form.tsx'
import { useCountryNames } from './places.ts'
import { marketList } from './queries.ts'

export default function MarketsScreen() {
  const t = useTranslations('settings.market')
  const countryNames = useCountryNames()
  const marketName = useMarketName()
  return (
    <Definitions
      {...useDefinitionWords('market')}
      icon={IconWorld}
      writePermission="organisation:write"
      list={useQuery(marketList)}
      keyOf={byCode}
      show={({ code, countries, currency, language, pricesIncludeTax }) => ({
        title: marketName(code),
        note: [
          countryNames(countries),
          currency,
          isLanguage(language) ? LANGUAGE_NAMES[language] : language,
          t(pricesIncludeTax ? 'withTax' : 'withoutTax'),
        ].join(' · '),
      })}
      Form={MarketForm}
    />
  )
}
