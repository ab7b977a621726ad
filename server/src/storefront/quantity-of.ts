/** How many were typed; undefined where that is no number that a line can have. */
export function quantityOf(form: URLSearchParams, least: number): number | undefined {
  const quantity = Number(form.get('quantity') ?? '')
  return Number.isInteger(quantity) && quantity >= least && quantity <= 999 ? quantity : undefined
}

/** How many the page showed, where its form says so. */
export function quantitySeen(form: URLSearchParams): number | undefined {
  const seen = form.get('was') ?? ''
  return /^\d{1,3}$/.test(seen) ? Number(seen) : undefined
}
