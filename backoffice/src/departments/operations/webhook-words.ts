import { useFormatter, useTranslations } from 'use-intl'
import type { Tone } from '../../ui/state-badge.tsx'
import type { DeliveryRow, WebhookRow } from './webhook-queries.ts'

export const WEBHOOK_TONES: Readonly<Record<WebhookRow['state'], Tone>> = {
  on: 'good',
  failing: 'waiting',
  paused: 'neutral',
  disabled: 'danger',
}

export const DELIVERY_TONES: Readonly<Record<DeliveryRow['state'], Tone>> = {
  waiting: 'waiting',
  delivered: 'good',
  failed: 'danger',
}

interface Answered {
  readonly status: number | null
  readonly silence: string | null
  readonly milliseconds: number | null
}

// i18n-dynamic: operations.webhooks.silence.*
/** What came back, and how long it took: `200 · 31 ms`. */
export function useAnswerWords(): (answered: Answered) => string {
  const t = useTranslations('operations.webhooks')
  const format = useFormatter()
  return ({ status, silence, milliseconds }) => {
    if (milliseconds === null) return t('notYet')
    const known = silence === 'timeout' || silence === 'address_refused' ? silence : 'unreachable'
    const said = status === null ? t(`silence.${known}`) : t('answered', { status: String(status) })
    return t('took', { said, milliseconds: format.number(milliseconds) })
  }
}
