import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { DayText } from '../../ui/date-text.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { tryDelivery, type DeliveryTried } from './delivery-queries.ts'
import { useCountries } from './places.ts'
import { marketList, type Market } from './queries.ts'
import styles from './settings.module.css'

/** What a parcel would be offered, at which price, and why not the other ways: by the function that the shop sells by. */
export function DeliveryTrial() {
  const seesMarkets = useCan()('organisation:read')
  const { data } = useQuery({ ...marketList, enabled: seesMarkets })
  const [first] = data?.items ?? []
  return data && first ? <Trial markets={data.items} first={first} /> : null
}

function Trial({ markets, first }: { readonly markets: readonly Market[]; readonly first: Market }) {
  const marketName = useMarketName()
  const t = useTranslations('settings.deliveryTrial')
  const countries = useCountries()
  const [tried, setTried] = useState<DeliveryTried>()
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'market',
      label: t('market'),
      half: true,
      options: markets.map(({ code, currency }) => ({ value: code, label: `${marketName(code)} · ${currency}` })),
    },
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
    { kind: 'text', name: 'postcode', label: t('postcode'), half: true, optional: true, maxLength: 20 },
    { kind: 'text', name: 'region', label: t('region'), half: true, optional: true, maxLength: 80 },
    {
      kind: 'quantity',
      name: 'weightGrams',
      label: t('weight'),
      half: true,
      units: [
        { label: 'g', exponent: 0 },
        { label: 'kg', exponent: 3 },
      ],
      maximum: 100_000_000,
    },
    { kind: 'integer', name: 'units', label: t('units'), half: true, minimum: 1, maximum: 100_000 },
    { kind: 'money', name: 'value', label: t('value'), half: true, currency: first.currency },
  ]
  const save = async ({ values }: Sent) => {
    const { market, country, postcode, region, weightGrams, units, value } = values as Record<string, string> & {
      value: { amount: number }
    }
    setTried(
      await tryDelivery({
        market: market ?? '',
        country: country ?? '',
        ...(postcode && { postcode }),
        ...(region && { region }),
        weightGrams: Number(weightGrams),
        units: Number(units),
        amount: value.amount,
      }),
    )
  }
  const initial = {
    market: first.code,
    country: first.countries[0] ?? 'IT',
    weightGrams: 1000,
    units: 1,
    value: { amount: 5000, currency: first.currency },
  }
  return (
    <Panel title={t('title')}>
      <p className={styles.trialMeaning}>{t('meaning')}</p>
      <RecordForm
        fields={fields}
        initial={initial}
        draft="delivery-trial"
        label={t('title')}
        submit={t('try')}
        save={save}
      />
      <div aria-live="polite">{tried && <Outcome tried={tried} />}</div>
    </Panel>
  )
}

function Outcome({ tried: { ways, refused } }: { readonly tried: DeliveryTried }) {
  const t = useTranslations('settings.deliveryTrial')
  return (
    <>
      {ways.length === 0 && <p>{t('none')}</p>}
      <PanelLines>
        {ways.map(({ code, name, price, reasons, promisedFrom, promisedTo }) => (
          <PanelLine key={code} title={name} note={reasons.join(' · ')}>
            <span>
              <DayText value={promisedFrom} /> – <DayText value={promisedTo} />
            </span>
            <MoneyText value={price} />
          </PanelLine>
        ))}
        {refused.map(({ code, name, text }) => (
          <PanelLine key={code} title={name} note={text} />
        ))}
      </PanelLines>
    </>
  )
}
