import type { Tone } from '../../ui/state-badge.tsx'
import type { Card, CardRow } from './queries.ts'

export const STANDING_TONES: Readonly<Record<CardRow['standing'], Tone>> = {
  open: 'good',
  spent: 'neutral',
  blocked: 'danger',
  cancelled: 'neutral',
}

export const STATE_TONES: Readonly<Record<Card['state'], Tone>> = {
  active: 'good',
  spent: 'neutral',
  expired: 'waiting',
  blocked: 'danger',
  cancelled: 'neutral',
}
