import type { Actor } from '../actor.ts'
import type { Database } from '../database/pool.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** Who works here, as far as the host must know: names for what people did, and what somebody may do now. */
export interface StaffDirectory {
  /** Id -> name; also of those who have left. */
  readonly namesOf: (reader: Pick<Database, 'rows'>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Undefined for who has left. */
  readonly findActor: (reader: Pick<Database, 'row'>, id: string) => Promise<StaffActor | undefined>
  /** A program's key with what it may do now; undefined for one that was revoked or has ended. */
  readonly findKeyActor?: (reader: Pick<Database, 'row'>, id: string) => Promise<Actor | undefined>
}

declare module '../context.ts' {
  interface Ports {
    readonly staff?: StaffDirectory
  }
}
