import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'

type Part = '/ledger' | '/ledger/entries'

/** From the balance to the entries and back. */
export function LedgerParts({ here }: { readonly here: Part }) {
  const t = useTranslations('ledger')
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('parts')}
      value={here}
      onChange={(part) => void navigate({ to: part })}
      data={[
        { value: '/ledger', label: t('balance.title') },
        { value: '/ledger/entries', label: t('entries.title') },
      ]}
    />
  )
}
