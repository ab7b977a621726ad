import { Checkbox, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DateTimeField } from '../../ui/form/date-fields.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { wallTimeOf } from '../../ui/form/zone-time.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import styles from './product-bulk.module.css'
import { placeProducts, shopPlaces } from './showing-queries.ts'

interface PlacesBulkDialogProps {
  readonly target: BulkTarget
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Many products into some markets from a time on, or out of them: what would change is counted first. */
export function PlacesBulkDialog({ target, onClose, onDone }: PlacesBulkDialogProps) {
  const t = useTranslations('catalog.places')
  const client = useQueryClient()
  const { data: places } = useQuery(shopPlaces)
  const [shown, setShown] = useState(true)
  const [markets, setMarkets] = useState<readonly string[]>([])
  const marketName = useMarketName()
  const [begins, setBegins] = useState<unknown>('')
  const chosen = (places?.markets ?? []).filter(({ code }) => markets.includes(code))
  const zone = chosen[0]?.timeZone ?? 'UTC'
  const wish = {
    target,
    channels: places?.channels ?? [],
    markets,
    shown,
    // The same wall time in each market: midnight is its own midnight.
    begins: shown && typeof begins === 'string' && begins !== '' ? `${wallTimeOf(begins, zone)}:00` : null,
  }
  const isReady = wish.channels.length > 0 && markets.length > 0
  const preview = useQuery({
    queryKey: ['catalog', 'bulk-places', wish],
    queryFn: () => placeProducts(wish, true),
    enabled: isReady,
    staleTime: 0,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => placeProducts(wish, false),
    onSuccess: async ({ changes }) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('bulkDone', { count: changes }))
      onDone()
    },
  })
  const changes = preview.data?.changes ?? 0
  return (
    <ConfirmDialog
      opened
      title={t('bulk')}
      confirm={t('bulkSubmit', { count: changes })}
      busy={isPending}
      ready={isReady && changes > 0}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('bulkRule')}
        value={shown ? 'shown' : 'hidden'}
        data={[
          { value: 'shown', label: t('rules.shown') },
          { value: 'hidden', label: t('rules.hidden') },
        ]}
        onChange={(value) => setShown(value === 'shown')}
      />
      <Checkbox.Group label={t('bulkMarkets')} value={[...markets]} onChange={setMarkets}>
        {(places?.markets ?? []).map(({ code }) => (
          <Checkbox key={code} value={code} label={marketName(code)} mt={8} />
        ))}
      </Checkbox.Group>
      {shown && (
        <DateTimeField
          field={{ kind: 'date-time', name: 'begins', label: t('from'), hint: t('fromHint'), zone, optional: true }}
          value={begins}
          error={undefined}
          errorOf={() => undefined}
          onChange={setBegins}
        />
      )}
      {preview.error && <FormError error={preview.error} />}
      {preview.data && (
        <div className={styles.preview} aria-live="polite">
          <p>{t('bulkPreview', { count: preview.data.count, changes })}</p>
          {preview.data.refusals.length > 0 && (
            <ul>
              {preview.data.refusals.slice(0, 5).map(({ id, title, detail }) => (
                <li key={id}>
                  {title}: {detail}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </ConfirmDialog>
  )
}
