import { Autocomplete, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { recognised, type Tracking } from './queries.ts'

interface TrackingFieldsProps {
  readonly value: Tracking
  readonly onChange: (value: Tracking) => void
  /** What the house said to it: stands beside the field that it means. */
  readonly error?: unknown
}

const SHORTEST = 8

/** Number, carrier and link; where the number is of one carrier alone, the others may stay empty. */
export function TrackingFields({ value, onChange, error }: TrackingFieldsProps) {
  const wrong = (name: keyof Tracking) => (isProblem(error) ? error.fields[name] : undefined)
  const t = useTranslations('fulfilment.tracking')
  const [typed] = useDebouncedValue(value.trackingNumber.trim(), 300)
  const { data } = useQuery({ ...recognised(typed), enabled: typed.length >= SHORTEST })
  const known = typed.length >= SHORTEST ? (data?.items ?? []) : []
  return (
    <>
      <TextInput
        label={t('number')}
        maxLength={60}
        error={wrong('trackingNumber')}
        value={value.trackingNumber}
        onChange={(change) => onChange({ ...value, trackingNumber: change.currentTarget.value })}
      />
      <Autocomplete
        label={t('carrier')}
        description={
          known.length > 0
            ? t('looksLike', { carriers: known.map(({ carrier }) => carrier).join(', ') })
            : t('carrierHint')
        }
        maxLength={60}
        data={known.map(({ carrier }) => carrier)}
        value={value.carrier}
        onChange={(carrier) => onChange({ ...value, carrier })}
      />
      <TextInput
        label={t('link')}
        description={t('linkHint')}
        type="url"
        maxLength={500}
        error={wrong('trackingUrl')}
        value={value.trackingUrl}
        onChange={(change) => onChange({ ...value, trackingUrl: change.currentTarget.value })}
      />
    </>
  )
}
