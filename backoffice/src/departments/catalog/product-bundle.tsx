import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { BundleAmounts } from './bundle-amounts.tsx'
import { BundleGroupCard } from './bundle-group-card.tsx'
import { BundlePreview } from './bundle-preview.tsx'
import { ComponentSearch } from './component-search.tsx'
import { productKind, putBundle, type Bundle, type ProductKindView } from './bundle-queries.ts'
import { EMPTY_BUNDLE, changeGroup, inShape, newGroup, withOption } from './bundle-values.ts'
import styles from './product-bundle.module.css'
import type { Product } from './queries.ts'

/** What a bundle consists of and costs. Shown on the pages of bundles alone. */
export function ProductBundle({ product }: { readonly product: Product }) {
  const locale = useLocale()
  const { data } = useQuery(productKind(product.id, locale))
  if (data?.kind !== 'bundle') return null
  return <Builder key={data.version} product={product} view={data} />
}

// i18n-dynamic: catalog.bundle.shapes.*
// i18n-dynamic: catalog.bundle.shapeHints.*
function Builder({ product, view }: { readonly product: Product; readonly view: ProductKindView }) {
  const t = useTranslations('catalog.bundle')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const saved = view.bundle ?? EMPTY_BUNDLE
  const [bundle, setBundle] = useState<Bundle>(saved)
  const [found, setFound] = useState<Readonly<Record<string, string>>>({})
  const isChanged = JSON.stringify(bundle) !== JSON.stringify(saved)
  useUnsavedGuard(isChanged, t('leave'))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => putBundle(product.id, product.version, bundle),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const names = { ...Object.fromEntries(view.components.map((one) => [one.variantId, one.name])), ...found }
  const add = (at: number) => (variantId: string, name: string) => {
    setFound({ ...found, [variantId]: name })
    setBundle(withOption(bundle, at, variantId))
  }
  const isFixed = bundle.shape === 'fixed'
  return (
    <Panel title={t('title')}>
      <div className={styles.terms}>
        <Select
          label={t('shape')}
          description={t(`shapeHints.${bundle.shape}`)}
          data={(['fixed', 'mix', 'configurable'] as const).map((value) => ({ value, label: t(`shapes.${value}`) }))}
          value={bundle.shape}
          allowDeselect={false}
          disabled={!mayWrite}
          comboboxProps={{ withinPortal: false }}
          onChange={(shape) => shape && setBundle(inShape(bundle, shape as Bundle['shape']))}
        />
        <PriceFields bundle={bundle} disabled={!mayWrite} onChange={setBundle} />
        <Select
          label={t('promotions')}
          data={(['included', 'excluded'] as const).map((value) => ({ value, label: t(`promotionsWays.${value}`) }))}
          value={bundle.promotions}
          allowDeselect={false}
          disabled={!mayWrite}
          comboboxProps={{ withinPortal: false }}
          onChange={(promotions) =>
            promotions && setBundle({ ...bundle, promotions: promotions as Bundle['promotions'] })
          }
        />
      </div>
      {bundle.groups.length === 0 && <p className={styles.hint}>{t('empty')}</p>}
      <ul className={styles.groups}>
        {bundle.groups.map((_, at) => (
          <li key={at}>
            <BundleGroupCard
              bundle={bundle}
              at={at}
              names={names}
              disabled={!mayWrite}
              onChange={setBundle}
              onAdd={add(at)}
              onGroup={(change) => setBundle(changeGroup(bundle, at, change))}
            />
          </li>
        ))}
      </ul>
      {mayWrite && isFixed && <ComponentSearch label={t('add')} onFound={add(0)} />}
      {mayWrite && !isFixed && (
        <Button
          variant="default"
          onClick={() => setBundle({ ...bundle, groups: [...bundle.groups, newGroup(bundle.shape)] })}
        >
          {t('addGroup')}
        </Button>
      )}
      <BundlePreview product={product} bundle={bundle} names={names} />
      <FormError error={error} />
      {mayWrite && (
        <div className={styles.acts}>
          <Button
            loading={isPending}
            disabled={!isChanged || bundle.groups.length === 0 || bundle.groups.some((one) => one.options.length === 0)}
            onClick={() => mutate()}
          >
            {t('save')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

interface PriceFieldsProps {
  readonly bundle: Bundle
  readonly disabled: boolean
  readonly onChange: (bundle: Bundle) => void
}

const PPM_OF_PERCENT = 10_000

// i18n-dynamic: catalog.bundle.prices.*
// i18n-dynamic: catalog.bundle.promotionsWays.*
function PriceFields({ bundle, disabled, onChange }: PriceFieldsProps) {
  const t = useTranslations('catalog.bundle')
  const { price } = bundle
  const prices: Record<Bundle['price']['way'], Bundle['price']> = {
    own: { way: 'own' },
    percent_off: { way: 'percent_off', percentPpm: 100_000 },
    amount_off: { way: 'amount_off', amounts: {} },
  }
  return (
    <>
      <Select
        label={t('price')}
        data={(['own', 'percent_off', 'amount_off'] as const).map((value) => ({ value, label: t(`prices.${value}`) }))}
        value={price.way}
        allowDeselect={false}
        disabled={disabled}
        comboboxProps={{ withinPortal: false }}
        onChange={(way) => way && onChange({ ...bundle, price: prices[way as Bundle['price']['way']] })}
      />
      {price.way === 'percent_off' && (
        <NumberInput
          label={t('percent')}
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          disabled={disabled}
          value={price.percentPpm / PPM_OF_PERCENT}
          onChange={(percent) =>
            typeof percent === 'number' &&
            onChange({ ...bundle, price: { way: 'percent_off', percentPpm: Math.round(percent * PPM_OF_PERCENT) } })
          }
        />
      )}
      {price.way === 'amount_off' && (
        <BundleAmounts
          label={t('amount')}
          amounts={price.amounts}
          disabled={disabled}
          onChange={(amounts) => onChange({ ...bundle, price: { way: 'amount_off', amounts } })}
        />
      )}
    </>
  )
}
