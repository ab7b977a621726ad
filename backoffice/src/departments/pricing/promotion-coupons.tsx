import { ActionIcon, Button } from '@mantine/core'
import { IconTicket, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { MakeCouponsDialog } from './make-coupons-dialog.tsx'
import styles from './promotion.module.css'
import { couponPages, withdrawCoupon, type Promotion } from './queries.ts'

/** A promotion's coupons: how often each was used, and a way to take back those that were not. */
export function PromotionCoupons({ promotion: { id, coupons: count } }: { readonly promotion: Promotion }) {
  const t = useTranslations('pricing.coupons')
  const client = useQueryClient()
  const [isMaking, setMaking] = useState(false)
  const list = useInfiniteQuery({
    ...couponPages(id),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const withdrawing = useMutation({
    mutationFn: (code: string) => withdrawCoupon(id, code),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('withdrawn'))
    },
  })
  const coupons = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Panel
      title={t('title', { count })}
      aside={
        <Button size="compact-md" variant="default" onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && coupons.length === 0 && (
        <p>
          <IconTicket size={18} aria-hidden /> {t('none')}
        </p>
      )}
      <FormError error={withdrawing.error} />
      <ul className={styles.coupons}>
        {coupons.map(({ code, uses, mostUses }) => (
          <li key={code}>
            <span className={styles.code}>{code}</span>
            <span>{mostUses === null ? t('used', { uses }) : t('usedOf', { uses, most: mostUses })}</span>
            {uses === 0 && (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('withdraw', { code })}
                loading={withdrawing.isPending && withdrawing.variables === code}
                onClick={() => withdrawing.mutate(code)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          mt="md"
          size="compact-md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {isMaking && <MakeCouponsDialog promotionId={id} onClose={() => setMaking(false)} />}
    </Panel>
  )
}
