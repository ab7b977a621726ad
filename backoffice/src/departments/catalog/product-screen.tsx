import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import styles from './product-screen.module.css'
import { ProductBundle } from './product-bundle.tsx'
import { productKind } from './bundle-queries.ts'
import { ProductAttributes } from './product-attributes.tsx'
import { ProductCompleteness } from './product-completeness.tsx'
import { ProductKind } from './product-kind.tsx'
import { ProductFeeds } from './product-feeds.tsx'
import { ProductForm } from './product-form.tsx'
import { ProductLimits } from './product-limits.tsx'
import { ProductPictures } from './product-pictures.tsx'
import { ProductPlacesPanel } from './product-places.tsx'
import { ProductRelated } from './product-related.tsx'
import { ProductTogether } from './product-together.tsx'
import { ProductSafety } from './product-safety.tsx'
import { ProductTaxonomy } from './product-taxonomy.tsx'
import { ProductVariants } from './product-variants.tsx'
import { ProductVersions } from './product-versions.tsx'
import { productDetail, setPublication, type Product } from './queries.ts'
import { RecordWork } from '../work/record-work.tsx'

export default function ProductScreen() {
  const t = useTranslations('catalog')
  const locale = useLocale()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: product, error, refetch } = useQuery(productDetail(id))
  useRecentRecord('product', `/products/${id}`, product && (product.names[locale] ?? product.names.en))
  const publication = usePublication(product)
  const back = { to: '/products', label: t('title') }
  if (error && !product) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!product) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        <RecordColumns main={<Skeleton height={400} radius="lg" />} side={<Skeleton height={240} radius="lg" />} />
      </>
    )
  }
  return (
    <>
      <RecordHeader
        title={product.names[locale] ?? product.names.en}
        state={{ tone: product.state === 'published' ? 'good' : 'neutral', label: t(`states.${product.state}`) }}
        subtitle={product.vendor}
        back={back}
        record={{ type: 'product', id }}
        actions={publication.actions}
      />
      {publication.error && (
        <div className={styles.error}>
          <FormError error={publication.error} />
        </div>
      )}
      <RecordColumns
        main={
          <>
            <ProductForm product={product} />
            <ProductPictures product={product} />
            <ProductAttributes product={product} />
            <ProductBundle product={product} />
            <ProductKind productId={product.id} />
            <ProductVariants product={product} />
            <ProductRelated key={product.id} productId={product.id} />
            <ProductTogether productId={product.id} />
            <ProductLimits key={`limits ${product.id}`} productId={product.id} />
            <ProductSafety product={product} />
            <ProductTaxonomy product={product} />
          </>
        }
        side={<ProductSide product={product} />}
      />
    </>
  )
}

function usePublication(product: Product | undefined): { actions: RecordAction[]; error: unknown } {
  const t = useTranslations('catalog')
  const client = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: (published: boolean) => setPublication(product?.id ?? '', published),
    onSuccess: async (_, published) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t(published ? 'published' : 'unpublished'))
    },
  })
  const actions = (product?.allowedActions ?? []).map(({ action, reason }) => ({
    key: action,
    label: t(action === 'publish' ? 'actions.publish' : 'actions.unpublish'),
    refusal: reason?.message,
    onClick: () => mutate(action === 'publish'),
  }))
  return { actions, error }
}

// i18n-dynamic: settings.tax.categories.*
// i18n-dynamic: catalog.newProduct.kinds.*
function ProductSide({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog')
  const say = useCodeWords()
  const locale = useLocale()
  const [showsVersions, setShowsVersions] = useState(false)
  const kind = useQuery(productKind(product.id, locale)).data?.kind
  return (
    <>
      <ProductCompleteness product={product} />
      <ProductPlacesPanel product={product} />
      <ProductFeeds productId={product.id} />
      <Panel title={t('about')}>
        <Facts
          items={[
            [t('newProduct.kind'), kind ? t(`newProduct.kinds.${kind}`) : ''],
            [t('handle'), <code key="handle">{product.handle}</code>],
            [t('taxCategory'), say('settings.tax.categories', product.taxCategory)],
            [t('tags'), product.tags.join(', ')],
            [t('columns.updated'), <DateText key="updated" value={product.updatedAt} form="full" />],
            [t('created'), <DateText key="created" value={product.createdAt} form="full" />],
          ]}
        />
        <Button className={styles.shopLink} variant="default" size="compact-sm" onClick={() => setShowsVersions(true)}>
          {t('versions.open', { count: product.version })}
        </Button>
        {showsVersions && <ProductVersions product={product} onClose={() => setShowsVersions(false)} />}
        {product.state === 'published' && (
          <p className={styles.shopLink}>
            <a href={`/${locale}/products/${product.handle}`} target="_blank" rel="noreferrer">
              {t('seeInShop')}
            </a>
          </p>
        )}
      </Panel>
      <RelatedRecords record={{ department: 'catalog', type: 'product', id: product.id }} />
      <RecordWork
        record={{ department: 'catalog', type: 'product', id: product.id }}
        title={product.names[locale] ?? product.names['en']}
        write="catalog:write"
      />
    </>
  )
}
