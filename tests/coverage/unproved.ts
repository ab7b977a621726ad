/** What no test proves yet. These lists only ever shrink: whoever adds a refusal, an event or a job proves it. */

export const unprovedRefusals: readonly string[] = [
  'customers.invalid_email',
  'customers.too_many_addresses',
  'customers.weak_password',
  'import-products.too_many',
  'inventory.below_zero',
  'people.invalid_email',
  'people.view_not_found',
  'pricing.unknown_currency',
]

export const unprovedEvents: readonly string[] = []

/** Kinds of jobs of which no test has seen that running twice leaves the same state as running once. */
export const unprovedJobs: readonly string[] = ['finish-authorisation']
