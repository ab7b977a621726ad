import type { Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'

/** What the bank sent: the day's statement (camt.053), a look during the day (camt.052), single advices (camt.054). */
export type StatementKind = 'statement' | 'report' | 'notification'

export interface Statement {
  readonly kind: StatementKind
  /** Which version of which message: `camt.053.001.08`. */
  readonly message: string
  /** Of the shop, as the bank writes it: an IBAN or a number of its own. */
  readonly account: string
  /** As the bank calls it, with its page where it has several. */
  readonly bankId: string
  /** The same account, kind, name and page are the same statement. */
  readonly identity: string
  readonly createdOn: LocalDate | null
  readonly opening: Balance | null
  readonly closing: Balance | null
  readonly movements: readonly Movement[]
}

export interface Balance {
  /** Below zero where the account is overdrawn. */
  readonly amount: Money
  readonly on: LocalDate
}

/** Money that came or went, booked by the bank: an entry, or one of those that a collective entry consists of. */
export interface Movement {
  /** The same movement has the same key in every file that tells of it. */
  readonly key: string
  readonly came: boolean
  /** Above zero, either way. */
  readonly amount: Money
  readonly bookedOn: LocalDate
  readonly valueOn: LocalDate | null
  /** As the bank calls it; empty where it calls it nothing. */
  readonly bankReference: string
  /** What we, or who paid, gave it on its way: ISO 20022 EndToEndId, empty for `NOTPROVIDED`. */
  readonly endToEndId: string
  /** Of the mandate under which it was collected. */
  readonly mandateReference: string
  /** Of the file and group in which we sent it: PmtInfId. */
  readonly paymentBatch: string
  /** A reference that a machine reads: ISO 11649, or another scheme's. */
  readonly structuredReference: string
  readonly remittance: string
  readonly party: Party
  /** Why it came back (ISO 20022, ExternalReturnReason1Code); null where it did not. */
  readonly returnReason: string | null
}

export interface Party {
  readonly name: string
  /** Without blanks; empty where the bank does not say. */
  readonly iban: string
}
