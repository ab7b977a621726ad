/** Direct debits as a shop offers them: `putPaymentMethod(ctx, { method: { ...DEBIT, active: true }, version: undefined })`. */
import type { PaymentMethod } from '../../payments/index.ts'

/** The registry's own example of Germany: nobody's account. */
export const IBAN = 'DE89370400440532013000'
const TERMS = {
  ...{
    creditorId: 'it66 zzz a1b2c3d4e5f6g7h8',
    name: 'Bottega Laguna S.r.l.',
    iban: 'IT60X0542811101000000123456',
    bic: '',
  },
  ...{ noticeDays: 3, leadDays: 1, cutOff: '15:00', message: 'pain.008.001.08' as const },
}
export const DEBIT: PaymentMethod = {
  ...{
    code: 'debit',
    kind: 'sepa_debit',
    provider: null,
    names: { en: 'Direct debit' },
    instructions: {},
    account: null,
  },
  ...{ markets: [], countries: [], currencies: [], minTotal: {}, maxTotal: {}, customerGroups: [], clears: 'payment' },
  ...{ dueDays: 20, debit: TERMS },
}

export interface Listed {
  readonly id: string
  readonly state: string
  readonly reason: string | null
  readonly attempt: number
  readonly runId: string | null
  readonly reference: string
  readonly dueOn: string
}
