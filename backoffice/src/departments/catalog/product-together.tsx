import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './category.module.css'
import { PickField, PickWords } from './pick-rows.tsx'
import { boughtTogether, putTogether, type Together, type TogetherView, type Wish } from './related-queries.ts'

/** What stands most often in the same orders, in how many of them, and what people wish of it; each wish is saved at once. */
export function ProductTogether({ productId }: { readonly productId: string }) {
  const t = useTranslations('catalog.together')
  const { data, error, refetch } = useQuery(boughtTogether(productId, useLocale()))
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('meaning')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={120} />}
      {data && <Counted productId={productId} view={data} />}
    </Panel>
  )
}

interface CountedProps {
  readonly productId: string
  readonly view: TogetherView
}

function Counted({ productId, view }: CountedProps) {
  const t = useTranslations('catalog.together')
  const mayWrite = useCan()('catalog:write')
  const { wish, error, isPending } = useWishes(productId, view)
  const { items, orders } = view
  return (
    <>
      {items.length === 0 && <p className={styles.note}>{t('none', { orders })}</p>}
      <ul className={styles.picks}>
        {items.map((one) => (
          <li key={one.id} className={`${styles.row} ${styles.flat}`}>
            <PickWords
              pick={{
                ...one,
                vendor: one.together === null ? t('never') : t('share', { together: one.together, orders }),
              }}
            />
            {one.wish && (
              <span className={styles.marks}>
                <StateBadge tone={one.wish === 'pinned' ? 'good' : 'neutral'}>{t(one.wish)}</StateBadge>
              </span>
            )}
            {mayWrite && <Hands one={one} disabled={isPending} onWish={wish} />}
          </li>
        ))}
      </ul>
      <FormError error={error} />
      {mayWrite && <PickField label={t('add')} count={items.length} onFound={({ id }) => wish(id, 'pinned')} />}
    </>
  )
}

interface HandsProps {
  readonly one: Together
  readonly disabled: boolean
  readonly onWish: (id: string, wish: Wish | null) => void
}

function Hands({ one: { id, name, wish }, disabled, onWish }: HandsProps) {
  const t = useTranslations('catalog.together')
  const hand = (to: Wish | null, label: string, named: string) => (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-label={named}
      disabled={disabled}
      onClick={() => onWish(id, to)}
    >
      {label}
    </Button>
  )
  if (wish) return <span className={styles.hands}>{hand(null, t('free'), t('freeNamed', { name }))}</span>
  return (
    <span className={styles.hands}>
      {hand('pinned', t('pin'), t('pinNamed', { name }))}
      {hand('excluded', t('exclude'), t('excludeNamed', { name }))}
    </span>
  )
}

/** What is said of one product; the others keep what was said of them. */
function useWishes(productId: string, { version, items }: TogetherView) {
  const t = useTranslations('catalog.together')
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ id, wish }: { readonly id: string; readonly wish: Wish | null }) => {
      const others = items.flatMap((one) => (one.wish && one.id !== id ? [{ productId: one.id, wish: one.wish }] : []))
      return putTogether(productId, version, [...others, ...(wish ? [{ productId: id, wish }] : [])])
    },
    onSuccess: () => sayDone(t('saved')),
    onSettled: () => client.invalidateQueries({ queryKey: ['catalog'] }),
  })
  return { wish: (id: string, wish: Wish | null) => mutate({ id, wish }), error, isPending }
}
