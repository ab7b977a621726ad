import { isUnread, type Unread } from '../../ui/form/field.ts'
import type { Access, Person } from './queries.ts'
import { scopeOf } from './scope-of.ts'

export type Kind = 'own' | 'partner' | 'vendor'
type Day = string | Unread | undefined

/** As the fields hold it; `accessOf` makes of it what the house takes. */
export interface AccessDraft {
  readonly kind: Kind
  readonly companyId: string | null
  readonly sponsorId: string | null
  readonly begins: Day
  readonly ends: Day
  readonly markets: string[]
  readonly locations: string[]
}

export const OWN_ACCESS: AccessDraft = {
  kind: 'own',
  companyId: null,
  sponsorId: null,
  begins: undefined,
  ends: undefined,
  markets: [],
  locations: [],
}

const dayOf = (instant: string | null) => (instant === null ? undefined : new Date(instant).toLocaleDateString('sv-SE'))

export function draftOf(person: Person): AccessDraft {
  return {
    kind: person.company?.kind ?? 'own',
    companyId: person.company?.id ?? null,
    sponsorId: person.sponsor?.id ?? null,
    begins: dayOf(person.beginsAt),
    ends: dayOf(person.endsAt),
    markets: person.scope?.market ?? [],
    locations: person.scope?.location ?? [],
  }
}

/** From the first moment of the first day to the last of the last one, as the reader's clock has them. */
export function accessOf(draft: AccessDraft, person?: Person): Access {
  const isOutside = draft.kind !== 'own'
  const instant = (day: Day, time: string, before: string | null = null) => {
    if (typeof day !== 'string' || day === '') return null
    // A day that stays keeps its hour, too.
    return before !== null && dayOf(before) === day ? before : new Date(`${day}T${time}`).toISOString()
  }
  return {
    companyId: isOutside ? draft.companyId : null,
    sponsorId: isOutside ? draft.sponsorId : null,
    beginsAt: instant(draft.begins, '00:00:00', person?.beginsAt),
    endsAt: instant(draft.ends, '23:59:59', person?.endsAt),
    scope: scopeOf(draft),
  }
}

export function isReady({ kind, companyId, ends, begins }: AccessDraft): boolean {
  if (isUnread(ends) || isUnread(begins)) return false
  return kind === 'own' || (companyId !== null && typeof ends === 'string' && ends !== '')
}
