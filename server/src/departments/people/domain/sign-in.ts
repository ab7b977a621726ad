/** What somebody has set up to prove who they are. */
export interface Factors {
  readonly password: boolean
  readonly totp: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
  readonly isOwner: boolean
}

export const REQUIREMENTS = ['off', 'owners', 'all'] as const
/** Of whom the house asks for a second factor. */
export type Requirement = (typeof REQUIREMENTS)[number]

export function mustHaveSecondFactor({ isOwner }: Pick<Factors, 'isOwner'>, requirement: Requirement): boolean {
  return requirement === 'all' || (requirement === 'owners' && isOwner)
}

export type NextStep =
  | { readonly next: 'done' }
  | { readonly next: 'second_factor'; readonly methods: readonly ('code' | 'passkey')[] }
  | { readonly next: 'enrolment' }

/**
 * After a right password. A passkey that somebody added for comfort is asked for only where the house wants a second factor:
 * else its loss would lock out who never chose to need it. The app's codes are asked for wherever they are turned on.
 */
export function stepAfterPassword(factors: Factors, requirement: Requirement): NextStep {
  const required = mustHaveSecondFactor(factors, requirement)
  if (factors.totp) return { next: 'second_factor', methods: factors.passkeys > 0 ? ['code', 'passkey'] : ['code'] }
  if (!required) return { next: 'done' }
  return factors.passkeys > 0 ? { next: 'second_factor', methods: ['passkey'] } : { next: 'enrolment' }
}

/** How somebody may prove, in the middle of a session, that it is still they: by the strongest that they have. */
export function confirmMethods(factors: Factors): ('code' | 'passkey' | 'password')[] {
  return [
    ...(factors.totp ? (['code'] as const) : []),
    ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
    ...(factors.password && !factors.totp ? (['password'] as const) : []),
  ]
}
