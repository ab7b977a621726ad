import type { Id } from '../../../kernel/ids.ts'

export type StaffId = Id<'staff'>

export interface Staff {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly roles: readonly string[]
  readonly version: number
  readonly ended: boolean
}

/** Addresses are compared in lower case: nobody means two people by Anna@ and anna@. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}
