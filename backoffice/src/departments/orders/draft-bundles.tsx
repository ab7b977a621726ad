import { Button, NumberInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { MoneyText } from '../../ui/money-text.tsx'
import type { Draft } from './draft-wish.ts'
import { keyOfBundle } from './draft-values.ts'
import styles from './edit-order.module.css'
import type { DraftEdit } from './use-draft-edit.ts'

// i18n-dynamic: orders.draft.problems.*

/** Bundles of a draft with what is in them; another choice is made by choosing it anew. */
export function DraftBundles({ draft, edit }: { readonly draft: Draft; readonly edit: DraftEdit }) {
  const t = useTranslations('orders.edit')
  const tDraft = useTranslations('orders.draft')
  return (edit.wish.bundles ?? []).map((bundle) => {
    const key = keyOfBundle(bundle)
    const known = draft.basket.bundles[draft.bundles.findIndex((one) => keyOfBundle(one) === key)]
    const name = known?.name ?? tDraft('reading')
    return (
      <li key={key} className={styles.line}>
        <div className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.note}>
            {known?.components
              .map(({ name: its, options, quantity }) => `${quantity} × ${its ?? ''}${options ? `, ${options}` : ''}`)
              .join(' · ')}
          </span>
          <span className={styles.note}>
            {known?.sku}
            {known?.total && (
              <>
                {' · '}
                <MoneyText value={known.total} />
              </>
            )}
          </span>
          {known?.problem && (
            <span className={styles.problem} aria-live="polite">
              {tDraft(`problems.${known.problem}`, { available: known.available })}
            </span>
          )}
        </div>
        <div className={styles.fields}>
          <NumberInput
            className={styles.quantity}
            label={t('quantity')}
            aria-label={t('quantityOf', { name })}
            min={1}
            max={99}
            allowDecimal={false}
            clampBehavior="strict"
            value={bundle.quantity}
            onChange={(pieces) => typeof pieces === 'number' && edit.setBundle(key, pieces)}
          />
          <div className={styles.acts}>
            <Button
              variant="subtle"
              color="red"
              aria-label={t('removeOf', { name })}
              onClick={() => edit.removeBundle(key)}
            >
              {t('remove')}
            </Button>
          </div>
        </div>
      </li>
    )
  })
}
