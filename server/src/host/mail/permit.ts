export interface Granted {
  /** Whom it is about, as the department that keeps their word calls them. */
  readonly subject: string
  /** For what they are written to; the department's code. */
  readonly purpose: string
  readonly channel: string
  /** Why it is allowed: they agreed, or the law lets it. */
  readonly ground: string
  readonly email: string
}

/** Nobody else can make one: a private field is the same for one class alone, for the compiler and when it runs. */
class Permit implements Granted {
  readonly #granted = true
  readonly subject: string
  readonly purpose: string
  readonly channel: string
  readonly ground: string
  readonly email: string

  constructor({ subject, purpose, channel, ground, email }: Granted) {
    this.subject = subject
    this.purpose = purpose
    this.channel = channel
    this.ground = ground
    this.email = email
    Object.freeze(this)
  }

  static is(value: unknown): boolean {
    return value instanceof Permit && value.#granted
  }
}

/**
 * Proof that somebody may be sent something now. Without one no mail of the nature `marketing` can be written, and the worker asks once more
 * before it goes out (`mail-gate.ts`), since what was allowed when it was written may be withdrawn until then.
 */
export type { Permit }

/** For the queries that know who may be reached, and for nobody else: an architecture rule holds the house to that. */
export const grantPermit = (granted: Granted): Permit => new Permit(granted)

export const isPermit = (value: unknown): value is Permit => Permit.is(value)
