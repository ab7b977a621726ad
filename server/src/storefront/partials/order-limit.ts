import { html, type Html } from '../../host/http/html.ts'
import type { OrderLimit } from '../views.ts'
import type { Visit } from '../visit.ts'

/** How many of it one order may have, in a sentence for each limit that there is. */
export function limitWords({ t }: Visit, limit: OrderLimit | undefined): string {
  if (!limit) return ''
  const { least, most, step } = limit
  return [
    ...(least > 1 && least > step ? [t('limit.least', { count: least })] : []),
    ...(step > 1 ? [t('limit.step', { count: step })] : []),
    ...(most === null ? [] : [t('limit.most', { count: most })]),
  ].join(' ')
}

/** What the field for a number lets be typed; where nothing is said, what a line can hold. */
export function limitAttributes(limit: OrderLimit | undefined, { least, most }: { least: number; most: number }): Html {
  const step = limit?.step ?? 1
  return html`min="${least === 0 ? 0 : (limit?.least ?? least)}" max="${Math.min(most, limit?.most ?? most)}"
  ${step > 1 && html` step="${step}"`}`
}
