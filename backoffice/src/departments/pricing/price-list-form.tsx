import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Values } from '../../ui/form/field.ts'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { FormPart } from './form-part.tsx'
import {
  changePriceList,
  createPriceList,
  priceListDetail,
  type PriceList,
  type PriceListChoices,
} from './price-list-queries.ts'
import { BLANK, draftOf, nameOf, valuesOf } from './price-list-values.ts'
import styles from './promotion.module.css'
import { usePriceListFields } from './use-price-list-fields.ts'
import { usePriceListSentence } from './use-price-list-sentence.ts'

interface PriceListFormProps {
  /** Undefined while it is made. */
  readonly list?: PriceList
  readonly choices: PriceListChoices
}

/** A price list without its prices, said back in words while it is put together. */
export function PriceListForm({ list, choices }: PriceListFormProps) {
  const t = useTranslations('pricing.lists.form')
  const navigate = useNavigate()
  const sentenceOf = usePriceListSentence(choices)
  const [first] = choices.markets
  const initial = list ? valuesOf(list) : { ...BLANK, currency: first?.currency ?? '', zone: first?.timeZone ?? '' }
  const [shape, setShape] = useState(shapeOf(initial))
  const fields = usePriceListFields(choices, shape)
  const saving = useSaving(list, fields)
  const form = useRecordForm({
    fields,
    initial,
    version: list?.version,
    draft: `price-list/${list?.id ?? 'new'}`,
    nameOf,
    ...saving,
    onSaved: (saved) => {
      sayDone(t('saved'))
      const { id } = saved as { readonly id?: string }
      if (!list && id !== undefined) void navigate({ to: `/price-lists/${id}` })
    },
  })
  const { values } = form
  const now = shapeOf(values)
  if (now.kind !== shape.kind || now.currency !== shape.currency || now.zone !== shape.zone) setShape(now)
  const isDerived = values['kind'] === 'derived'
  const asksWhy = form.errorOf('nonetheless') !== undefined || values['nonetheless'] !== ''
  return (
    <FormSheet form={form} submit={t(list ? 'save' : 'create')} quiet={list !== undefined}>
      <p className={styles.sentence} aria-live="polite">
        {sentenceOf(values, list?.prices ?? 0)}
      </p>
      <FormPart title={t('parts.words')} form={form} names={['names', 'code', 'currency']} />
      <FormPart
        title={t('parts.prices')}
        form={form}
        names={['kind', ...(isDerived ? ['direction', 'percent', 'of', 'ending'] : []), 'announced']}
      />
      <FormPart title={t('parts.where')} form={form} names={['markets', 'channels', 'groups', 'companies']} />
      <FormPart title={t('parts.time')} form={form} names={['zone', 'beginsAt', 'endsAt']} />
      <FormPart title={t('parts.others')} form={form} names={['priority', ...(asksWhy ? ['nonetheless'] : [])]} />
    </FormSheet>
  )
}

const shapeOf = (values: Values) => ({
  kind: values['kind'],
  currency: values['currency'],
  zone: values['zone'],
})

/** A new one is made once, however often it is sent; one that is there is changed against what was seen. */
function useSaving(list: PriceList | undefined, fields: ReturnType<typeof usePriceListFields>) {
  const client = useQueryClient()
  const locale = useLocale()
  const [key] = useState(() => crypto.randomUUID())
  const invalidate = () => client.invalidateQueries({ queryKey: ['pricing'] })
  if (!list) {
    return {
      save: async ({ values }: { readonly values: Values }) => {
        const made = await createPriceList(draftOf(values), key)
        await invalidate()
        return made
      },
    }
  }
  const { id } = list
  return {
    save: async ({ values, version }: { readonly values: Values; readonly version: number | undefined }) => {
      const reason = String(values['nonetheless'] ?? '').trim()
      const body = { ...draftOf(values), ...(reason !== '' && { nonetheless: reason }) }
      const saved = await changePriceList(id, version ?? list.version, body)
      await invalidate()
      return saved
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'pricing', type: 'price_list', id }, locale)
      const latest = await client.fetchQuery({ ...priceListDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
    },
  }
}
