import { Button, NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { ComponentSearch } from '../catalog/component-search.tsx'
import { productKind, type Bundle, type ProductKindView } from '../catalog/bundle-queries.ts'
import { DraftBundleDialog, usualChoices } from './draft-bundle-dialog.tsx'
import { DraftBundles } from './draft-bundles.tsx'
import type { Draft } from './draft-wish.ts'
import styles from './edit-order.module.css'
import type { DraftEdit } from './use-draft-edit.ts'

// i18n-dynamic: orders.draft.problems.*

interface Found {
  readonly variantId: string
  readonly name: string
  readonly productId: string
}

type Choosing = Omit<Found, 'productId'> & Pick<ProductKindView, 'components'> & { readonly bundle: Bundle }

/** What is ordered: found by name or SKU, with how many and, for who may, at which price. */
export function DraftLines({ draft, edit }: { readonly draft: Draft; readonly edit: DraftEdit }) {
  const t = useTranslations('orders.edit')
  const can = useCan()
  const seesGoods = can('pricing:read')
  const seesBundles = can('catalog:read')
  const client = useQueryClient()
  const locale = useLocale()
  const [choosing, setChoosing] = useState<Choosing>()
  // A bundle is chosen first; who may not look into the catalogue adds goods alone.
  const add = async ({ variantId, name, productId }: Found) => {
    const kind = seesBundles ? await client.fetchQuery(productKind(productId, locale)) : undefined
    if (!kind?.bundle) edit.add(variantId)
    else if (usualChoices(kind.bundle).length === 0) edit.addBundle({ variantId, quantity: 1, choices: [] })
    else setChoosing({ variantId, name, bundle: kind.bundle, components: kind.components })
  }
  return (
    <>
      <ul className={styles.lines}>
        <DraftBundles draft={draft} edit={edit} />
        {edit.wish.lines.map((line) => (
          <DraftLine key={line.variantId} draft={draft} edit={edit} line={line} />
        ))}
      </ul>
      {seesGoods && (
        <div className={styles.search}>
          <ComponentSearch
            label={t('add')}
            onFound={(variantId, name, productId) => void add({ variantId, name, productId })}
          />
        </div>
      )}
      {choosing && (
        <DraftBundleDialog
          {...choosing}
          onChosen={(chosen) => {
            edit.addBundle(chosen)
            setChoosing(undefined)
          }}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </>
  )
}

interface DraftLineProps {
  readonly draft: Draft
  readonly edit: DraftEdit
  readonly line: DraftEdit['wish']['lines'][number]
}

function DraftLine({ draft, edit, line }: DraftLineProps) {
  const t = useTranslations('orders.edit')
  const tDraft = useTranslations('orders.draft')
  const mayPrice = useCan()('orders:price')
  const [pricing, setPricing] = useState(line.unitPrice !== undefined)
  const { variantId, quantity } = line
  const known = draft.basket.lines.find((one) => one.variantId === variantId)
  const title = known?.name ?? tDraft('reading')
  const name = known?.options ? `${title}, ${known.options}` : title
  const { currency } = draft.basket
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
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
          max={999}
          allowDecimal={false}
          clampBehavior="strict"
          value={quantity}
          onChange={(pieces) => typeof pieces === 'number' && edit.setLine(variantId, { quantity: pieces })}
        />
        {pricing && (
          <MoneyField
            className={styles.price}
            label={t('price')}
            aria-label={t('priceOf', { name })}
            currency={currency}
            initial={line.unitPrice === undefined ? (known?.unitPrice ?? null) : { amount: line.unitPrice, currency }}
            onChange={(price) =>
              price ? edit.setLine(variantId, { unitPrice: price.amount }) : edit.usualPrice(variantId)
            }
          />
        )}
        <div className={styles.acts}>
          {mayPrice && !pricing && (
            <Button variant="subtle" aria-label={t('otherPriceOf', { name })} onClick={() => setPricing(true)}>
              {t('otherPrice')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="red"
            aria-label={t('removeOf', { name })}
            onClick={() => edit.remove(variantId)}
          >
            {t('remove')}
          </Button>
        </div>
      </div>
    </li>
  )
}
