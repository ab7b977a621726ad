/** What Stripe would say no with. */
export class Refused extends Error {
  readonly status: number
  readonly body: { readonly error: { readonly type: string; readonly code?: string; readonly message: string } }

  constructor(status: number, type: string, code?: string) {
    super(code ?? type)
    this.status = status
    this.body = { error: { type, ...(code === undefined ? {} : { code }), message: 'Refused by the stand-in.' } }
  }
}

export const invalid = (code?: string) => new Refused(400, 'invalid_request_error', code)
export const missing = () => new Refused(404, 'invalid_request_error', 'resource_missing')
