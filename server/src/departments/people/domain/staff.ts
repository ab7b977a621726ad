import type { Id } from '../../../kernel/ids.ts'
import type { Access } from './access.ts'

export type StaffId = Id<'staff'>

export interface Staff {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly roles: readonly string[]
  readonly version: number
  readonly ended: boolean
  readonly profile: Profile
  readonly access: Access
}

export interface Profile {
  readonly name: string
  readonly jobTitle: string | null
  readonly locale: string
  /** IANA; null: the organisation's. */
  readonly timeZone: string | null
}

/** Addresses are compared in lower case: nobody means two people by Anna@ and anna@. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}
