/** What one rule found, as it is kept: told once however often it is found. */
export interface Collision {
  /** `department.rule` */
  readonly rule: string
  readonly planId: string
  readonly otherId: string | null
  readonly about: string
  readonly severity: 'warn' | 'stop'
  readonly path: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export type LiveCollision = Collision & { readonly id: string }

/** By which a collision is the same one: two plans collide once by a rule, whichever was looked at. */
export function collisionKey({
  rule,
  planId,
  otherId,
  about,
}: Omit<Collision, 'severity' | 'path' | 'params'>): string {
  return [rule, about, ...[planId, otherId ?? ''].sort()].join(' ')
}

export interface CollisionChanges {
  readonly begun: readonly Collision[]
  /** Found again: with what it says now. */
  readonly lasting: readonly (Collision & { readonly id: string })[]
  readonly ended: readonly LiveCollision[]
}

/**
 * What is new, what lasts and what is over, after a plan was looked at again. What a rule found when it looked at another plan is
 * left to the look at that one.
 */
export function compareCollisions(
  planId: string,
  live: readonly LiveCollision[],
  found: readonly Collision[],
): CollisionChanges {
  const known = new Map(live.map((one) => [collisionKey(one), one]))
  const unique = [...new Map(found.map((one) => [collisionKey(one), one])).values()]
  const seen = new Set(unique.map(collisionKey))
  return {
    begun: unique.filter((one) => !known.has(collisionKey(one))),
    lasting: unique.flatMap((one) => {
      const before = known.get(collisionKey(one))
      return before ? [{ ...one, id: before.id }] : []
    }),
    ended: live.filter((one) => one.planId === planId && !seen.has(collisionKey(one))),
  }
}
