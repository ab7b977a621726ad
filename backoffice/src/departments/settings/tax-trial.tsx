import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { Facts } from '../../ui/facts.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { useCountries } from './places.ts'
import { taxRateList } from './queries.ts'
import styles from './settings.module.css'
import { tryTaxes, type MarketChoices, type Tried } from './tax-queries.ts'

/** What is charged where: a price, a place and a day, and what the shop would make of it, with the reasons. */
export function TaxTrial({ markets }: { readonly markets: readonly MarketChoices[] }) {
  const marketName = useMarketName()
  const t = useTranslations('settings.trial')
  const say = useCodeWords()
  const countries = useCountries()
  const { data: rates } = useQuery(taxRateList)
  const [tried, setTried] = useState<Tried>()
  const [first] = markets
  const categories = [...new Set(rates?.items.map(({ category }) => category) ?? ['standard'])]
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'market',
      label: t('market'),
      half: true,
      options: markets.map(({ market, currency }) => ({
        value: market,
        label: `${marketName(market)} · ${currency}`,
      })),
    },
    {
      kind: 'choice',
      name: 'category',
      label: t('category'),
      half: true,
      options: categories.map((value) => ({ value, label: say('settings.tax.categories', value) })),
    },
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
    { kind: 'text', name: 'postcode', label: t('postcode'), half: true, optional: true, maxLength: 20 },
    { kind: 'text', name: 'region', label: t('region'), half: true, optional: true, maxLength: 80 },
    { kind: 'date', name: 'on', label: t('on'), half: true, optional: true },
    { kind: 'money', name: 'price', label: t('price'), half: true, currency: first?.currency ?? 'EUR' },
  ]
  const save = async ({ values }: Sent) => {
    const { market, category, country, postcode, region, on, price } = values as Record<string, string> & {
      price: { amount: number }
    }
    const place = { ...(postcode && { postcode }), ...(region && { region }), ...(on && { on }) }
    setTried(
      await tryTaxes({
        market: market ?? '',
        category: category ?? '',
        country: country ?? '',
        ...place,
        amount: price.amount,
      }),
    )
  }
  return (
    <Panel title={t('title')}>
      <p className={styles.trialMeaning}>{t('meaning')}</p>
      <RecordForm
        fields={fields}
        initial={{
          market: first?.market ?? '',
          category: 'standard',
          country: 'IT',
          price: { amount: 10_000, currency: first?.currency ?? 'EUR' },
        }}
        draft="tax-trial"
        label={t('title')}
        submit={t('try')}
        save={save}
      />
      <div aria-live="polite">{tried && <Outcome tried={tried} />}</div>
    </Panel>
  )
}

// i18n-dynamic: settings.trial.treatments.*
function Outcome({ tried }: { readonly tried: Tried }) {
  const t = useTranslations('settings.trial')
  const say = useCodeWords()
  return (
    <>
      <Facts
        items={[
          [t('treatment'), tried.treatment && say('settings.trial.treatments', tried.treatment)],
          [t('net'), <MoneyText key="net" value={tried.net} />],
          ...tried.taxes.map(({ name, percent, tax }): [string, React.ReactNode] => [
            name === 'vat'
              ? t('tax', { percent: Number(percent) })
              : t('taxOf', { name: name.toUpperCase(), percent: Number(percent) }),
            <MoneyText key={name} value={tax} />,
          ]),
          [t('total'), <MoneyText key="total" value={tried.total} />],
        ]}
      />
      <ul className={styles.reasons}>
        {tried.reasons.map(({ text }, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </>
  )
}
