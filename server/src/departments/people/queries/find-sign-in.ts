import { hashToken } from '../../../host/auth/tokens.ts'
import type { House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { OWNER } from '../domain/roles.ts'
import type { Factors } from '../domain/sign-in.ts'
import type { StaffId } from '../domain/staff.ts'
import { worksHere } from './who-may-act.ts'

type Reader = Pick<Database, 'row'>

interface FactorsRow {
  readonly password: boolean
  readonly totp: boolean
  readonly passkeys: number
  readonly recovery_codes: number
  readonly is_owner: boolean
}

export async function findFactors(reader: Reader, staffId: string): Promise<Factors | undefined> {
  const row = await reader.row(sql<FactorsRow>`
    SELECT s.password_hash IS NOT NULL AS password,
      EXISTS (SELECT 1 FROM people.totp t WHERE t.staff_id = s.id AND t.confirmed_at IS NOT NULL) AS totp,
      (SELECT count(*)::int FROM people.passkey p WHERE p.staff_id = s.id) AS passkeys,
      (SELECT count(*)::int FROM people.recovery_code c WHERE c.staff_id = s.id AND c.spent_at IS NULL) AS recovery_codes,
      EXISTS (SELECT 1 FROM people.staff_role r WHERE r.staff_id = s.id AND r.role_code = ${OWNER}) AS is_owner
    FROM people.staff s WHERE s.id = ${staffId}`)
  if (!row) return undefined
  const { recovery_codes: recoveryCodes, is_owner: isOwner, ...rest } = row
  return { ...rest, recoveryCodes, isOwner }
}

export interface PendingStep {
  readonly staffId: StaffId
  readonly name: string
  readonly email: string
}

/** Who stands between password and second factor in the browser that holds this token. */
export async function findPendingStep(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  kind: 'second-factor' | 'enrolment',
  token: string | undefined,
): Promise<PendingStep | undefined> {
  if (token === undefined) return undefined
  const now = clock.now()
  return database.row(sql<PendingStep>`
    SELECT s.id AS "staffId", s.name, s.email
    FROM people.sign_in_step p JOIN people.staff s ON s.id = p.staff_id
    WHERE p.token_hash = ${hashToken(token)} AND p.kind = ${kind} AND p.spent_at IS NULL AND p.expires_at > ${now}
      AND ${worksHere(now)}`)
}

export interface SignInName {
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

export function findSignInName(reader: Reader, staffId: string): Promise<SignInName | undefined> {
  return reader.row(sql<SignInName>`SELECT name, email, locale FROM people.staff WHERE id = ${staffId}`)
}
