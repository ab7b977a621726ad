import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { formatMoney } from '../../ui/format-money.ts'
import type { FormProps } from './form-props.ts'
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
export function TaxChoicesForm({ record, onSaved, onCancel }: ChoicesFormProps) {
  const t = useTranslations('settings.choice')
  const client = useQueryClient()
  const { data: examples, error, refetch } = useQuery(choiceExamples)
  const fieldOf = useChoiceField()
  if (!examples) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />
  const fields = examples.items.map(fieldOf)
  const reread = async () => {
    const { items } = await client.fetchQuery({ ...marketChoicesList, staleTime: 0 })
    const latest = items.find(({ market }) => market === record.market) ?? record
    return loadedOf(fields, latest.choices, latest.version)
  }
  const save = ({ values, version }: Sent) => putTaxChoices(record.market, version, values)
  return (
    <RecordForm
      fields={fields}
      initial={record.choices}
      version={record.version}
      draft={`tax-choices/${record.market}`}
      submit={t('save')}
      save={save}
      reread={reread}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}

// i18n-dynamic: settings.choice.names.*, settings.choice.hints.*, settings.choice.values.*, settings.choice.baskets.*
function useChoiceField(): (example: ChoiceExample) => Field {
  const t = useTranslations('settings.choice')
  const locale = useLocale()
  const basketOf = useExampleBasket()
  return ({ choice, basket, outcomes }) => {
    const name = choice as Choice
    return {
      kind: 'choice',
      name,
      label: t(`names.${name}`),
      hint: `${t(`hints.${name}`)} ${t('example', { basket: basketOf(basket) })}`,
      options: outcomes.map(({ value, tax, total, lineTaxes, deliveryTax }) => {
        const of = t(`values.${value as 'line'}`)
        const amounts = {
          value: of,
          tax: formatMoney(tax, locale),
          total: formatMoney(total, locale),
          delivery: formatMoney(deliveryTax ?? tax, locale),
          lines: lineTaxes.map((one) => formatMoney(one, locale)).join(' + '),
        }
        const way = name === 'oddUnit' ? 'byLine' : name === 'deliveryTax' ? 'ofDelivery' : 'whole'
        return { value, label: t(`outcomes.${way}`, amounts) }
      }),
    }
  }
}

function useExampleBasket(): (basket: ChoiceExample['basket']) => string {
  const t = useTranslations('settings.choice')
  const locale = useLocale()
  return ({ lines, delivery, discount, homePercent, pricesIncludeTax }) => {
    const goods = lines.map(({ quantity, unitPrice, percent }) =>
      t(pricesIncludeTax ? 'lineIncluded' : 'lineAdded', {
        quantity,
        price: formatMoney(unitPrice, locale),
        percent: Number(percent),
      }),
    )
    const more = [
      delivery && t('withDelivery', { price: formatMoney(delivery, locale) }),
      discount !== null && t('withDiscount', { percent: Number(discount) }),
      homePercent !== null && t('withHome', { percent: Number(homePercent) }),
    ].filter((one) => typeof one === 'string')
    return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format([...goods, ...more])
  }
}
