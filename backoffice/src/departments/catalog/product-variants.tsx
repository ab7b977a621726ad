import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CostOfVariant } from '../pricing/cost-of-variant.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { VariantDialog } from './variant-dialog.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './product-screen.module.css'
import { productPrices, type Product, type VariantPrices } from './queries.ts'

type Variant = Product['variants'][number]
interface PriceToSet {
  readonly variant: VariantPrices
  readonly price: VariantPrices['prices'][number]
}

/** The variants as they are sold: by their options in the reader's language, with price and what is left. */
export function ProductVariants({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog.variants')
  const locale = useLocale()
  const can = useCan()
  const seesPrices = can('pricing:read')
  const seesCosts = can('pricing:costs')
  const { data: prices } = useQuery({ ...productPrices(product.id), enabled: seesPrices })
  const [asking, setAsking] = useState<PriceToSet>()
  const [changing, setChanging] = useState<Variant>()
  const nameOf = (names: Readonly<Record<string, string | undefined>>) => names[locale] ?? names.en
  return (
    <Panel title={t('title')} flush>
      <ScrollBox label={t('title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sku')}</th>
              {product.options.map(({ code, names }) => (
                <th key={code} scope="col">
                  {nameOf(names)}
                </th>
              ))}
              <th scope="col" data-align="end">
                {t('weight')}
              </th>
              {seesPrices && (
                <th scope="col" data-align="end">
                  {t('available')}
                </th>
              )}
              {seesPrices && (
                <th scope="col" data-align="end">
                  {t('price')}
                </th>
              )}
              {seesCosts && (
                <th scope="col" data-align="end">
                  {t('cost')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {product.variants.map((variant) => (
              <VariantRow
                key={variant.id}
                variant={variant}
                choices={product.options.map((option) => choiceOf(option, variant, nameOf))}
                offer={prices?.items.find(({ variantId }) => variantId === variant.id)}
                seesPrices={seesPrices}
                onSetPrice={setAsking}
                onChange={setChanging}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {changing && <VariantDialog product={product} variant={changing} onClose={() => setChanging(undefined)} />}
      {asking && <PriceDialog {...asking} onClose={() => setAsking(undefined)} />}
    </Panel>
  )
}

interface VariantRowProps {
  readonly variant: Variant
  readonly choices: readonly (string | undefined)[]
  readonly offer: VariantPrices | undefined
  readonly seesPrices: boolean
  readonly onSetPrice: (asked: PriceToSet) => void
  readonly onChange: (variant: Variant) => void
}

function VariantRow({ variant, choices, offer, seesPrices, onSetPrice, onChange }: VariantRowProps) {
  const t = useTranslations('catalog.variants')
  const words = useTranslations('catalog.variant')
  const format = useFormatter()
  const can = useCan()
  const maySetPrices = can('pricing:write')
  return (
    <tr className={variant.retired ? styles.retired : undefined}>
      <td>
        {variant.retired || !can('catalog:write') ? (
          variant.sku
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words('change', { sku: variant.sku })}
            onClick={() => onChange(variant)}
          >
            {variant.sku}
          </Button>
        )}
        {variant.retired && ` (${t('retired')})`}
        {variant.gtin && (
          <span className={styles.gtin}>
            <span className="sr-only">{t('gtin')} </span>
            {variant.gtin}
          </span>
        )}
      </td>
      {choices.map((choice, index) => (
        <td key={index}>{choice}</td>
      ))}
      <td data-align="end">
        {variant.weightGrams > 0 && format.number(variant.weightGrams, { style: 'unit', unit: 'gram' })}
      </td>
      {seesPrices && <td data-align="end">{offer && format.number(offer.available)}</td>}
      {seesPrices && (
        <td data-align="end">
          {offer?.prices.map((price) => (
            <span key={price.amount.currency} className={styles.price}>
              {price.compareAt && (
                <del>
                  <MoneyText value={price.compareAt} muted />
                </del>
              )}
              <MoneyText value={price.amount} />
              {maySetPrices && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('changePrice', { sku: variant.sku, currency: price.amount.currency })}
                  onClick={() => onSetPrice({ variant: offer, price })}
                >
                  {t('change')}
                </Button>
              )}
            </span>
          ))}
        </td>
      )}
      {can('pricing:costs') && (
        <td data-align="end">{!variant.retired && <CostOfVariant variantId={variant.id} sku={variant.sku} />}</td>
      )}
    </tr>
  )
}

function choiceOf(
  option: Product['options'][number],
  { optionValues }: Variant,
  nameOf: (names: Readonly<Record<string, string | undefined>>) => string | undefined,
): string | undefined {
  const code = optionValues[option.code]
  const choice = option.choices.find((one) => one.code === code)
  return choice ? nameOf(choice.names) : code
}
