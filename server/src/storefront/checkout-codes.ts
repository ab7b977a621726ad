import type { Result } from '../kernel/result.ts'
import type { BasketKey } from '../departments/orders/index.ts'
import { changeBasketCoupons, type CodeChange } from './change-coupons.ts'
import type { PageCall } from './desk.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import type { Problem } from './partials/field.ts'
import { cardWords } from './partials/gift-cards.ts'
import { refusalWords } from './refusal-words.ts'
import { changeBasketCards } from './routes/gift-cards.ts'
import type { Visit } from './visit.ts'

/** What became of codes; the form is as it was typed, without those that were taken. */
export interface CodesTaken {
  readonly form: CheckoutForm
  readonly problems: readonly Problem[]
  /** Said beside the codes. */
  readonly said: string | undefined
  readonly status: number
}

type CodeField = 'coupon' | 'gift_card'

interface Kind {
  readonly change: (call: PageCall, key: BasketKey, change: CodeChange) => Promise<Result<unknown>>
  readonly label: (visit: Visit) => string
  readonly cameIn: (visit: Visit) => string
  readonly wentOut: (visit: Visit) => string
}

const KINDS: Readonly<Record<CodeField, Kind>> = {
  coupon: {
    change: changeBasketCoupons,
    label: ({ t }) => t('basket.coupon'),
    cameIn: ({ t }) => t('basket.coupon_in'),
    wentOut: ({ t }) => t('basket.coupon_out'),
  },
  gift_card: {
    change: changeBasketCards,
    label: (visit) => cardWords(visit, 'code'),
    cameIn: (visit) => cardWords(visit, 'in'),
    wentOut: (visit) => cardWords(visit, 'out'),
  },
}
const NAMES: readonly CodeField[] = ['coupon', 'gift_card']

/**
 * Coupons and gift cards that are typed in the checkout; undefined where it is not about them. Who typed one and presses the button of
 * the order instead means it, too: it is taken first and nothing is ordered, since the total has to stand above the button.
 */
export async function takeCodes(
  call: PageCall,
  key: BasketKey,
  { act, form }: { readonly act: string; readonly form: CheckoutForm },
): Promise<CodesTaken | undefined> {
  const [verb = '', name = '', ...code] = act.split(':')
  const field = NAMES.find((one) => one === name)
  if (verb === 'remove' && field) return takeOut(call, key, { form, field, code: code.join(':') })
  if (verb === 'use' && field) return takeIn(call, key, { form, fields: [field] })
  const typed = NAMES.filter((one) => form[one] !== '')
  return act === 'order' && typed.length > 0 ? takeIn(call, key, { form, fields: typed }) : undefined
}

async function takeIn(
  call: PageCall,
  key: BasketKey,
  { form, fields }: { readonly form: CheckoutForm; readonly fields: readonly CodeField[] },
): Promise<CodesTaken> {
  const { visit } = call
  let taken: CodesTaken = { form, problems: [], said: undefined, status: 200 }
  for (const field of fields) {
    const { change, label, cameIn } = KINDS[field]
    const set = form[field] === '' ? undefined : await change(call, key, { added: form[field], removed: null })
    if (set?.ok) taken = { ...taken, form: { ...taken.form, [field]: '' }, said: cameIn(visit) }
    else {
      const message = set
        ? refusalWords(visit, set.refusal)
        : visit.t('checkout.problem.required', { field: label(visit) })
      taken = { ...taken, problems: [...taken.problems, { field, message }], status: set?.refusal.status ?? 422 }
    }
  }
  return taken
}

async function takeOut(
  call: PageCall,
  key: BasketKey,
  { form, field, code }: { readonly form: CheckoutForm; readonly field: CodeField; readonly code: string },
): Promise<CodesTaken> {
  const { change, wentOut } = KINDS[field]
  const set = await change(call, key, { added: null, removed: code })
  if (set.ok) return { form, problems: [], said: wentOut(call.visit), status: 200 }
  return { form, problems: [], said: refusalWords(call.visit, set.refusal), status: set.refusal.status }
}
