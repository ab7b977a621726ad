import { useTranslations } from 'use-intl'
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx'
import type { Field } from '../../ui/form/field.ts'
import { useCodeWords } from '../../ui/use-code-words.ts'
import type { Draft } from './draft-wish.ts'
import { isGoods, variantIn } from './draft-values.ts'
import type { DraftEdit } from './use-draft-edit.ts'

// i18n-dynamic: ui.form.address.*

/** Two people changed the same of a draft: both stand side by side, and nothing is lost. */
export function DraftConflict({ draft, edit }: { readonly draft: Draft; readonly edit: DraftEdit }) {
  const t = useTranslations('orders.draft')
  const tEdit = useTranslations('orders.edit')
  const say = useCodeWords()
  if (!edit.conflict) return edit.othersCame ? <p aria-live="polite">{t('othersCame')}</p> : null
  const { clashes, theirs } = edit.conflict
  const nameOf = (variantId: string) =>
    [...draft.basket.lines, ...draft.basket.bundles].find((one) => one.variantId === variantId)?.name ?? t('reading')
  const text = (name: string, label: string): Field => ({ kind: 'text', name, label })
  const own = (name: string, label: string, say: (value: unknown) => string): Field => ({
    kind: 'own',
    name,
    label,
    say,
  })
  const piecesOf = (value: unknown) =>
    Array.isArray(value) ? t('pieces', { count: Number(value[0]) }) : tEdit('remove')
  const fields: Field[] = [
    own('customerId', t('customer'), () => t('anotherCustomer')),
    text('email', t('email')),
    text('address', t('address')),
    text('billing', t('billing')),
    text('deliveryMethod', t('delivery')),
    text('paymentMethod', t('payment')),
    text('coupons', t('coupons')),
    text('note', t('note')),
    text('priceNote', t('priceNote')),
    ...clashes
      .map(({ path }) => path)
      .filter(isGoods)
      .map((path) => own(path, nameOf(variantIn(path)), piecesOf)),
  ]
  return (
    <ConflictChoice
      fields={fields}
      clashes={clashes}
      theirs={theirs}
      busy={false}
      onChoose={edit.choose}
      onDiscard={edit.takeTheirs}
      sayPart={(part) => say('ui.form.address', part)}
    />
  )
}
