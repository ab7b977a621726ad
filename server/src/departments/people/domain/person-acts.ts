import type { Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import { decideGrant, type Granter, type Role } from './roles.ts'

export type PersonAct =
  | 'change_profile'
  | 'change_roles'
  | 'change_access'
  | 'issue_link'
  | 'end_sessions'
  | 'reset_second_factor'
  | 'end_access'
  | 'suspend'
  | 'resume'
  | 'end'

/** What somebody is, as far as it decides what may be done to them. */
export interface Standing {
  readonly ended: boolean
  /** Let in nowhere until that is taken back. */
  readonly suspended: boolean
  readonly isCaller: boolean
  readonly outside: boolean
  /** Nobody else could sign in as an owner whom nothing limits. */
  readonly lastOwner: boolean
  readonly roles: readonly Pick<Role, 'permissions'>[]
}

type Rule = (person: Standing, granter: Granter) => Result<void>

const works: Rule = ({ ended }) => (ended ? refusals.already_ended() : ok())
const isLetIn: Rule = ({ suspended }) => (suspended ? refusals.already_suspended() : ok())
const isLetInNowhere: Rule = ({ suspended }) => (suspended ? ok() : refusals.not_suspended())
const isNotOneself: Rule = ({ isCaller }) => (isCaller ? refusals.not_yourself() : ok())
const isNotOnesOwnAccess: Rule = ({ isCaller }) => (isCaller ? refusals.own_access() : ok())
/** Whoever does this could act as this person, or keep them out: only with every right that they have. */
const mayDoNoMore: Rule = ({ roles }, granter) => decideGrant(granter, roles)
const isFromOutside: Rule = ({ outside }) => (outside ? ok() : refusals.not_from_outside())
const leavesAnOwner: Rule = ({ lastOwner }) => (lastOwner ? refusals.last_owner() : ok())

/** In order of precedence; what depends on the new values is decided with them. */
const RULES: Readonly<Record<PersonAct, readonly Rule[]>> = {
  change_profile: [works],
  change_roles: [works],
  change_access: [works, isNotOnesOwnAccess, mayDoNoMore],
  issue_link: [works, mayDoNoMore],
  end_sessions: [mayDoNoMore],
  reset_second_factor: [works, mayDoNoMore],
  end_access: [works, isNotOnesOwnAccess, mayDoNoMore, isFromOutside],
  suspend: [works, isLetIn, isNotOneself, mayDoNoMore, leavesAnOwner],
  resume: [works, isLetInNowhere, mayDoNoMore],
  end: [works, isNotOneself, mayDoNoMore, leavesAnOwner],
}

export function decideAct(act: PersonAct, person: Standing, granter: Granter): Result<void> {
  for (const rule of RULES[act]) {
    const decided = rule(person, granter)
    if (!decided.ok) return decided
  }
  return ok()
}

interface Shown {
  readonly outside: boolean
  readonly over: boolean
  readonly suspended: boolean
  readonly hasSecondFactor: boolean
}

/** What a page about somebody offers: acts without an object are left out, the others may still be refused. */
export function actsOn({ outside, over, suspended, hasSecondFactor }: Shown): PersonAct[] {
  const isInFromOutside = outside && !over
  return [
    'change_profile',
    'change_roles',
    'change_access',
    'issue_link',
    'end_sessions',
    ...(hasSecondFactor ? (['reset_second_factor'] as const) : []),
    suspended ? 'resume' : 'suspend',
    isInFromOutside ? 'end_access' : 'end',
  ]
}
