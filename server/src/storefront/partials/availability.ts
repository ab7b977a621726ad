import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'

const FEW = 5

export function availabilityWords({ t }: Visit, available: number): string {
  if (available <= 0) return t('availability.sold_out')
  return available <= FEW ? t('availability.few', { count: available }) : t('availability.in_stock')
}

export function availabilityKind(available: number): 'out' | 'few' | 'in' {
  return available <= 0 ? 'out' : available <= FEW ? 'few' : 'in'
}

export function availability(visit: Visit, available: number): Html {
  return html`<span class="availability ${availabilityKind(available)}">${availabilityWords(visit, available)}</span>`
}
