import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CostDialog } from './cost-dialog.tsx'
import { CostWithMargin } from './cost-with-margin.tsx'
import { costCurrency, marginsOf } from './margin-queries.ts'

/** What a variant costs, with its margin, on the page of its product; changed in a dialog that tells what it was. */
export function CostOfVariant({ variantId, sku }: { readonly variantId: string; readonly sku: string }) {
  const t = useTranslations('pricing.cost')
  const [asking, setAsking] = useState(false)
  const { data: currency } = useQuery(costCurrency)
  const { data: margins } = useQuery(marginsOf(variantId))
  if (!margins || !currency) return null
  const cost = margins.find((one) => one.cost.currency === currency)?.cost
  return (
    <>
      {cost && <CostWithMargin variantId={variantId} cost={cost} />}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t(cost ? 'changeOf' : 'setOf', { sku })}
        onClick={() => setAsking(true)}
      >
        {t(cost ? 'change' : 'set')}
      </Button>
      {asking && (
        <CostDialog variantId={variantId} sku={sku} cost={cost} currency={currency} onClose={() => setAsking(false)} />
      )}
    </>
  )
}
