import type { House } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Permit } from './permit.ts'

/** Somebody, and for what they are written to. */
export interface Permission {
  readonly subject: string
  readonly purpose: string
}

/**
 * Who knows what people agreed to be sent. The host defines the gate and passes through it, one department fills it; without one nothing of
 * the nature `marketing` leaves the house.
 */
export interface MailGate {
  /** Undefined: they may not be written to by e-mail for this, as of now. */
  readonly ask: (reader: Pick<Database, 'row'>, asked: Permission) => Promise<Permit | undefined>
  /** Where one press of a mail program's button ends it, and a person finds the page with all of it (RFC 8058). */
  readonly unsubscribeUrl: (
    house: Pick<House, 'linkKey' | 'publicUrl'>,
    whose: Permission & { readonly locale: string },
  ) => string
}
