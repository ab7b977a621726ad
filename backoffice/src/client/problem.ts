/** RFC 9457 problem details as the house sends them; a refusal is an answer, so it carries its remedy. */
export interface ProblemBody {
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly errors?: readonly {
    readonly code: string
    readonly field?: string
    readonly detail: string
    readonly params?: Readonly<Record<string, string | number>>
  }[]
  readonly requestId: string
}

export class Problem extends Error {
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.title)
    this.name = 'Problem'
    this.body = body
  }
  get status(): number {
    return this.body.status
  }
  get code(): string {
    return this.body.code
  }
  /** Form fields with what is wrong in each. */
  get fields(): Readonly<Record<string, string>> {
    const found: Record<string, string> = {}
    if (this.body.field) found[this.body.field] = this.body.detail
    for (const { field, detail } of this.body.errors ?? []) if (field) found[field] ??= detail
    return found
  }
}

/** The network, or the server, did not answer: worth another try. */
export class Outage extends Error {
  constructor(cause: unknown) {
    super('outage', { cause })
    this.name = 'Outage'
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code)
}
