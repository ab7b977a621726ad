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
import { PromotionForesight } from './promotion-collisions.tsx'
import { PromotionTrial } from './promotion-trial.tsx'
import styles from './promotion.module.css'
import { BLANK, draftOf, isBuildable, nameOf, PARTS, reasonOf, valuesOf } from './promotion-values.ts'
import { changePromotion, createPromotion, promotionDetail, type Promotion, type PromotionChoices } from './queries.ts'
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
  const sentenceOf = usePromotionSentence(choices)
  const initial = promotion ? valuesOf(promotion) : BLANK
  const [kind, setKind] = useState(initial['kind'])
  const fields = usePromotionFields(choices, kind)
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
  if (values['kind'] !== kind) setKind(values['kind'])
  const parts = isBuildable(kind) ? [...PARTS[kind].needs, ...PARTS[kind].may] : []
  const own = parts.filter((name) => name !== 'goods' && name !== 'cap')
  const goods = ['categories', 'labels', 'brands', 'notReduced']
  const draft = draftOf(values, promotion?.terms)
  return (
    <>
      <FormSheet form={form} submit={t(promotion ? 'form.save' : 'form.create')} quiet={promotion !== undefined}>
        <p className={styles.sentence} aria-live="polite">
          {sentenceOf(values)}
        </p>
        <FormPart title={t('form.parts.gives')} form={form} names={['kind', ...own]} />
        {parts.includes('goods') && <FormPart title={t('form.parts.goods')} form={form} names={goods} />}
        <FormPart
          title={t('form.parts.conditions')}
          form={form}
          names={['needsCoupon', 'subtotal', 'minUnits', 'markets', 'channels', 'groups']}
        />
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
