import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Placing, TaxonomyName } from './category-queries.ts'
import styles from './category.module.css'
import { TaxonomySearch } from './taxonomy-search.tsx'

interface TaxonomyPanelProps {
  readonly placing: Placing
  /** What is looked for first: its own name. */
  readonly suggestFor: string
  readonly mayWrite: boolean
  readonly onPlace: (own: Placing['own']) => Promise<unknown>
}

/** Where something stands in the world's taxonomies: Shopify's is chosen, Google's follows from it unless somebody says otherwise. */
export function TaxonomyPanel({ placing, suggestFor, mayWrite, onPlace }: TaxonomyPanelProps) {
  const t = useTranslations('catalog.taxonomy')
  const [searching, setSearching] = useState<TaxonomyName>()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (own: Partial<Placing['own']>) => onPlace({ ...placing.own, ...own }),
    onSuccess: () => {
      setSearching(undefined)
      sayDone(t('saved'))
    },
  })
  const place = (name: TaxonomyName, id: string | null) =>
    mutate(name === 'shopify' ? { taxonomyId: id } : { googleId: id })
  const { shopify, google, own } = placing
  const sides = [
    { name: 'shopify', at: shopify, own: own.taxonomyId },
    { name: 'google', at: google, own: own.googleId },
  ] as const
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('meaning')}</p>
      <FormError error={error} />
      {sides.map(({ name, at, own: said }) => (
        <section key={name} className={styles.placed} aria-label={t(`names.${name}`)}>
          <h3 className={styles.side}>{t(`names.${name}`)}</h3>
          <p className={styles.path}>{at ? at.path.join(' › ') : t('nowhere')}</p>
          <p className={styles.note}>{sourceOf(name, placing, t)}</p>
          {mayWrite && (
            <div className={styles.buttons}>
              <Button
                variant="default"
                size="compact-sm"
                aria-expanded={searching === name}
                onClick={() => setSearching(searching === name ? undefined : name)}
              >
                {t(at ? 'changeIn' : 'chooseIn', { name: t(`names.${name}`) })}
              </Button>
              {said !== null && (
                <Button variant="default" size="compact-sm" loading={isPending} onClick={() => place(name, null)}>
                  {t(name === 'google' ? 'asShopify' : 'inherit')}
                </Button>
              )}
            </div>
          )}
          {searching === name && (
            <TaxonomySearch name={name} suggestFor={suggestFor} chosen={at?.id} onChoose={(id) => place(name, id)} />
          )}
        </section>
      ))}
    </Panel>
  )
}

// i18n-dynamic: catalog.taxonomy.names.*
function sourceOf(
  name: TaxonomyName,
  { shopify, google }: Placing,
  t: ReturnType<typeof useTranslations<'catalog.taxonomy'>>,
): string {
  const at = name === 'shopify' ? shopify : google
  if (!at) return t(name === 'shopify' ? 'chooseHint' : 'googleHint')
  if (name === 'google' && google && !google.chosen) return t('derived')
  return at.from ? t('inherited', { name: at.from.name }) : t('ownChoice')
}
