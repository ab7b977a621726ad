import type { Static } from 'typebox'
import type { AccessInput } from '../use-cases/check-access.ts'
import type { accessSchema } from './people-schemas.ts'

const instant = (text: string | null | undefined) => (text ? new Date(text) : null)

export function accessOf(body: Static<typeof accessSchema>): AccessInput {
  const { companyId, sponsorId, beginsAt, endsAt, scope } = body
  return { companyId, sponsorId, scope: scope ?? null, beginsAt: instant(beginsAt), endsAt: instant(endsAt) }
}
