import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { formatFinePrice } from '../pricing/format-fine-price.ts'
import type { FormProps } from './form-props.ts'
import styles from './settings.module.css'
import {
  choiceExamples,
  marketChoicesList,
  putTaxChoices,
  type Choice,
  type ChoiceExample,
  type MarketChoices,
} from './tax-queries.ts'

type ChoicesFormProps = FormProps<MarketChoices> & { readonly record: MarketChoices }

/** What a market decides: each question with what it means, and an example as the shop itself would compute it. */
export function TaxChoicesForm(props: ChoicesFormProps) {
  const { data: examples, error, refetch } = useQuery(choiceExamples)
  if (!examples) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />
  return <ChoicesSheet {...props} examples={examples.items} />
}

// i18n-dynamic: settings.choice.names.*, settings.choice.hints.*, settings.choice.values.*
function ChoicesSheet({
  record,
  examples,
  onSaved,
  onCancel,
}: ChoicesFormProps & { readonly examples: readonly ChoiceExample[] }) {
  const t = useTranslations('settings.choice')
  const client = useQueryClient()
  const fields = examples.map(({ choice, outcomes }): Field => {
    const name = choice as Choice
    const options = outcomes.map(({ value }) => ({ value, label: t(`values.${value as 'line'}`) }))
    return { kind: 'choice', name, label: t(`names.${name}`), hint: t(`hints.${name}`), options }
  })
  const reread = async () => {
    const { items } = await client.fetchQuery({ ...marketChoicesList, staleTime: 0 })
    const latest = items.find(({ market }) => market === record.market) ?? record
    return loadedOf(fields, latest.choices, latest.version)
  }
  const form = useRecordForm({
    fields,
    initial: record.choices,
    version: record.version,
    draft: `tax-choices/${record.market}`,
    save: ({ values, version }) => putTaxChoices(record.market, version, values),
    reread,
    onSaved,
  })
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onCancel}>
      {examples.map((example) => (
        <div key={example.choice}>
          <FormField form={form} name={example.choice} />
          <Example of={example} />
        </div>
      ))}
    </FormSheet>
  )
}

/** One basket, and what it comes to under each value. */
function Example({ of: { choice, basket, outcomes } }: { readonly of: ChoiceExample }) {
  const t = useTranslations('settings.choice')
  const locale = useLocale()
  const basketOf = useExampleBasket()
  return (
    <div className={styles.example}>
      <p>{t('example', { basket: basketOf(basket) })}</p>
      <dl>
        {outcomes.map(({ value, tax, total, lineTaxes, deliveryTax }) => (
          <div key={value}>
            <dt>{t(`values.${value as 'line'}`)}</dt>
            <dd>
              {choice === 'oddUnit'
                ? lineTaxes.map((one) => formatMoney(one, locale)).join(' + ')
                : choice === 'deliveryTax'
                  ? t('ofDelivery', { amount: formatMoney(deliveryTax ?? tax, locale) })
                  : t('outcome', { tax: formatMoney(tax, locale), total: formatMoney(total, locale) })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function useExampleBasket(): (basket: ChoiceExample['basket']) => string {
  const t = useTranslations('settings.choice')
  const locale = useLocale()
  return ({ lines, delivery, discount, homePercent, pricesIncludeTax, company }) => {
    const goods = lines.map(({ quantity, unitPrice, exactPrice, percent }) =>
      t(pricesIncludeTax ? 'lineIncluded' : 'lineAdded', {
        quantity,
        price: exactPrice ? formatFinePrice(exactPrice, unitPrice.currency, locale) : formatMoney(unitPrice, locale),
        percent: Number(percent),
      }),
    )
    const more = [
      delivery && t('withDelivery', { price: formatMoney(delivery, locale) }),
      discount !== null && t('withDiscount', { percent: Number(discount) }),
      company && t('withCompany'),
      homePercent !== null && t('withHome', { percent: Number(homePercent) }),
    ].filter((one) => typeof one === 'string')
    return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format([...goods, ...more])
  }
}
