import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Values } from '../../ui/form/field.ts'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { FormPart } from './form-part.tsx'
import { PromotionForesight } from './promotion-collisions.tsx'
import { PromotionTrial } from './promotion-trial.tsx'
import { deliveryChoices, giftVariant } from './gift-queries.ts'
import styles from './promotion.module.css'
import { BLANK, draftOf, isBuildable, nameOf, PARTS, reasonOf, valuesOf } from './promotion-values.ts'
import { changePromotion, createPromotion, promotionDetail, type Promotion, type PromotionChoices } from './queries.ts'
import { tierFields } from './promotion-tiers.ts'
import { usePromotionFields } from './use-promotion-fields.ts'
import { usePromotionSentence } from './use-promotion-sentence.ts'

interface PromotionFormProps {
  /** Undefined while it is made. */
  readonly promotion?: Promotion
  readonly choices: PromotionChoices
}

/** A promotion, said back as one sentence while it is put together. */
export function PromotionForm({ promotion, choices }: PromotionFormProps) {
  const t = useTranslations('pricing')
  const navigate = useNavigate()
  const initial = promotion ? valuesOf(promotion) : BLANK
  const [shape, setShape] = useState(shapeOf(initial))
  const all = useAllChoices(choices, initial)
  const fields = usePromotionFields(all, shape)
  const saving = useSaving(promotion, fields)
  const form = useRecordForm({
    fields,
    initial,
    version: promotion?.version,
    draft: `promotion/${promotion?.id ?? 'new'}`,
    nameOf,
    ...saving,
    onSaved: () => {
      sayDone(t('form.saved'))
      if (!promotion) void navigate({ to: '/promotions' })
    },
  })
  const { values } = form
  const now = shapeOf(values)
  if (now.kind !== shape.kind || now.tierBy !== shape.tierBy || now.tierOff !== shape.tierOff) setShape(now)
  const { kind } = shape
  const gift = String(values['variant'] ?? '')
  const { data: given } = useQuery({ ...giftVariant(gift), enabled: kind === 'gift' && gift !== '' })
  const sentenceOf = usePromotionSentence({ ...all, giftName: given?.name })
  const parts = isBuildable(kind) ? [...PARTS[kind].needs, ...PARTS[kind].may] : []
  const own = parts.flatMap((name) => (name === 'tiers' ? tierFields(values) : OTHER_PARTS.has(name) ? [] : [name]))
  const goods = ['categories', 'collections', 'labels', 'brands', 'exceptCategories', 'notReduced']
  const draft = draftOf(values, promotion?.terms)
  return (
    <>
      <FormSheet form={form} submit={t(promotion ? 'form.save' : 'form.create')} quiet={promotion !== undefined}>
        <p className={styles.sentence} aria-live="polite">
          {sentenceOf(values)}
        </p>
        <FormPart title={t('form.parts.gives')} form={form} names={['kind', ...own]} />
        {parts.includes('goods') && <FormPart title={t('form.parts.goods')} form={form} names={goods} />}
        {parts.includes('getGoods') && (
          <FormPart title={t('form.parts.getGoods')} form={form} names={['getCategories', 'getLabels']} />
        )}
        <FormPart title={t('form.parts.conditions')} form={form} names={CONDITIONS} />
        <FormPart title={t('form.parts.time')} form={form} names={['beginsAt', 'endsAt']} />
        <FormPart title={t('form.parts.limits')} form={form} names={limitsOf(values, parts)} />
        <FormPart title={t('form.parts.words')} form={form} names={['names', 'code']} />
        <FormPart title={t('form.parts.others')} form={form} names={['priority', 'stackingClass', 'exclusive']} />
        <PromotionForesight form={form} draft={draft} id={promotion?.id} />
      </FormSheet>
      <PromotionTrial draft={draft} promotionId={promotion?.id} />
    </>
  )
}

const CONDITIONS = [
  'needsCoupon',
  'subtotal',
  'subtotalMost',
  'minUnits',
  'nthOrders',
  'groups',
  'methods',
  'markets',
  'countries',
  'channels',
]

/** What has a part of the form of its own. */
const OTHER_PARTS = new Set(['goods', 'getGoods', 'cap'])

const shapeOf = ({ kind, tierBy, tierOff }: Values) => ({ kind, tierBy, tierOff })

/** With the ways of delivery; who may not see them keeps those that are chosen. */
function useAllChoices(choices: PromotionChoices, { methods }: Values) {
  const { data } = useQuery(deliveryChoices(useLocale()))
  return { ...choices, methods: data ?? ((methods ?? []) as string[]).map((code) => ({ code, name: code })) }
}

function limitsOf({ needsCoupon }: Values, parts: readonly string[]): string[] {
  return [
    'mostUses',
    ...(needsCoupon === true ? ['mostUsesOfCustomer'] : []),
    'budget',
    ...(parts.includes('cap') ? ['cap'] : []),
  ]
}

/** A new one is made once, however often it is sent; one that is there is changed against what was seen. */
function useSaving(promotion: Promotion | undefined, fields: ReturnType<typeof usePromotionFields>) {
  const client = useQueryClient()
  const locale = useLocale()
  const [key] = useState(() => crypto.randomUUID())
  const invalidate = () => client.invalidateQueries({ queryKey: ['pricing'] })
  if (!promotion) {
    return {
      save: async ({ values }: { readonly values: Values }) => {
        const made = await createPromotion({ ...draftOf(values, undefined), ...reasonOf(values) }, key)
        await invalidate()
        return made
      },
    }
  }
  const { id } = promotion
  return {
    save: async ({ values, version }: { readonly values: Values; readonly version: number | undefined }) => {
      const body = { ...draftOf(values, promotion.terms), ...reasonOf(values) }
      const saved = await changePromotion(id, version ?? promotion.version, body)
      await invalidate()
      return saved
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'pricing', type: 'promotion', id }, locale)
      const latest = await client.fetchQuery({ ...promotionDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
    },
  }
}
