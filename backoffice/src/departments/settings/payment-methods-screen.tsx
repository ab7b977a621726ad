import { IconCreditCardPay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { PaymentMethodForm } from './payment-method-form.tsx'
import { paymentMethodList } from './payment-method-queries.ts'
import { useCountryNames } from './places.ts'

const MOST_NAMED = 3

// i18n-dynamic: settings.paymentMethod.kinds.*
export default function PaymentMethodsScreen() {
  const t = useTranslations('settings.paymentMethod')
  const locale = useLocale()
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('paymentMethod')}
      icon={IconCreditCardPay}
      writePermission="payments:write"
      recordType="payment_method"
      list={useQuery(paymentMethodList)}
      keyOf={byCode}
      show={({ names, kind, countries, active }) => ({
        title: names[locale] ?? names.en,
        note: [
          t(`kinds.${kind}`),
          countries.length === 0
            ? t('everywhere')
            : countries.length > MOST_NAMED
              ? t('countryCount', { count: countries.length })
              : countryNames(countries),
        ].join(' · '),
        mark: !active && <StateBadge tone="neutral">{t('notOffered')}</StateBadge>,
      })}
      Form={PaymentMethodForm}
    />
  )
}
