import type { Actor } from '../actor.ts'
import type { Database } from '../database/pool.ts'

/** A company from outside, whose people work here too. */
export interface Company {
  readonly id: string
  readonly name: string
}

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** Who works here, as far as the host must know: names for what people did, and what somebody may do now. */
export interface StaffDirectory {
  /** Id -> name; also of those who have left. */
  readonly namesOf: (reader: Pick<Database, 'rows'>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Undefined for who has left. */
  readonly findActor: (reader: Pick<Database, 'row'>, id: string) => Promise<StaffActor | undefined>
  /** A program's key with what it may do now; undefined for one that was revoked or has ended. */
  readonly findKeyActor?: (reader: Pick<Database, 'row'>, id: string) => Promise<Actor | undefined>
  /** The company from outside that somebody comes from; undefined for the organisation's own. */
  readonly companyOf: (reader: Pick<Database, 'row'>, id: string) => Promise<Company | undefined>
  readonly findCompany: (reader: Pick<Database, 'rows'>, id: string) => Promise<Company | undefined>
}

declare module '../context.ts' {
  interface Ports {
    readonly staff?: StaffDirectory
  }
}
