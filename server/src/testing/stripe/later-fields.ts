/**
 * Fields of forms that came after Stripe's description as we hold it (2023-08-16) and before the version that we speak (2025-03-31.basil), in
 * the words of its own library: `Checkout.SessionCreateParams.payment_method_options.card.request_multicapture` and the same of a payment
 * (its CHANGELOG), `PaymentIntentCaptureParams.final_capture`. What the library does not declare, the compiler refuses where we ask.
 */
import type { Schema, Slice } from './slice.ts'

const request = { type: 'string', enum: ['if_available', 'never'] }

const LATER: readonly { readonly operation: string; readonly within: readonly string[]; readonly fields: Schema }[] = [
  {
    operation: 'post /v1/payment_intents/{intent}/capture',
    within: [],
    fields: { final_capture: { type: 'boolean' } },
  },
  {
    operation: 'post /v1/checkout/sessions',
    within: ['payment_method_options', 'card'],
    fields: { request_multicapture: request },
  },
  {
    operation: 'post /v1/payment_intents',
    within: ['payment_method_options', 'card'],
    fields: { request_multicapture: request },
  },
]

/** The slice with what came later: changed in place. */
export function withLaterFields(slice: Slice): Slice {
  for (const { operation, within, fields } of LATER) {
    const known = slice.operations.find(({ method, path }) => `${method} ${path}` === operation)
    let form = known?.form as Form | undefined
    for (const name of within) form = branchOf(form?.properties[name])
    if (!form?.properties) throw new Error(`${operation} has no ${within.join('.')}`)
    Object.assign(form.properties, fields)
  }
  return slice
}

interface Form {
  readonly properties: Record<string, unknown>
  readonly anyOf?: readonly Form[]
}

/** Of what may be left empty, the branch that says something. */
function branchOf(schema: unknown): Form | undefined {
  const form = schema as Form | undefined
  return form?.anyOf?.find((one) => 'properties' in one) ?? form
}
