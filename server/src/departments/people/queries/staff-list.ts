import { SCOPE_KINDS, type Scope } from '../../../host/actor.ts'
import { fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { Role } from '../domain/roles.ts'
import { COMPANY_KINDS, OUTSIDE_KINDS, type CompanyKind, type OutsideKind } from '../domain/company.ts'

export const STAFF_STATES = ['active', 'invited', 'not_begun', 'over', 'suspended', 'left'] as const
export type StaffState = (typeof STAFF_STATES)[number]

export interface StaffLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly jobTitle: string | null
  readonly locale: string
  /** Their names, in the reader's language. */
  readonly roles: string
  readonly units: string
  readonly company: string | null
  readonly companyKind: CompanyKind
  readonly state: StaffState
  readonly activated: boolean
  readonly endsAt: string | null
  readonly endedAt: string | null
  readonly createdAt: string
  readonly version: number
}

interface StaffLineRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly job_title: string | null
  readonly locale: string
  readonly roles: Role['names'][]
  readonly units: string | null
  readonly company: string | null
  readonly company_kind: OutsideKind | null
  readonly state: StaffState
  readonly activated: boolean
  readonly ends_at: Date | null
  readonly ended_at: Date | null
  readonly created_at: Date
  readonly version: number
}

/** What somebody is to the house at this moment; only shown, since it changes without anybody changing it. */
export const stateSql = `CASE WHEN e.staff_id IS NOT NULL THEN 'left'
    WHEN EXISTS (SELECT 1 FROM people.suspension u WHERE u.staff_id = s.id AND u.lifted_at IS NULL) THEN 'suspended'
    WHEN s.ends_at <= now() THEN 'over'
    WHEN s.begins_at > now() THEN 'not_begun' WHEN s.password_hash IS NULL
      AND NOT EXISTS (SELECT 1 FROM people.oidc_link k WHERE k.staff_id = s.id) THEN 'invited' ELSE 'active' END AS state`

const rolesSql = `ARRAY(SELECT r.names FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
    WHERE g.staff_id = s.id ORDER BY r.position, r.code) AS roles`

/** In the reader's language; an organisation's own role has one name for all. */
const namesOf = (roles: readonly Role['names'][], locale: Locale) =>
  roles.map((names) => names[locale] ?? names.en).join(', ')

const textOf = (scope: Scope | null) =>
  scope === null ? null : SCOPE_KINDS.flatMap((kind) => scope[kind] ?? []).join(', ')

const search = { ways: [(words: string) => containing("lower(s.name || ' ' || s.email)", words)] }

/** Everybody who works or worked here, by name. */
export const staffList = defineList<StaffLineRow, StaffLine>({
  name: 'staff',
  namespace: 'people',
  columns: {
    name: { type: 'text', sql: 'lower(s.name)', sort: true },
    email: { type: 'text', sql: 's.email', filter: ['is'] },
    jobTitle: { type: 'text', nullable: true },
    roles: { type: 'text', filter: ['is'], where: holdingAny },
    units: { type: 'text' },
    unit: { type: 'id', filter: ['is'], where: inUnits, shown: false },
    companyKind: { type: 'enum', values: COMPANY_KINDS, filter: ['is'], where: ofCompanyKinds },
    company: { type: 'text', nullable: true },
    state: { type: 'enum', values: STAFF_STATES },
    activated: { type: 'boolean', sql: 's.password_hash IS NOT NULL', filter: ['is'], shown: false },
    endsAt: { type: 'instant', nullable: true },
    createdAt: { type: 'instant', sql: 's.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM people.staff s',
  as: 's',
  select: `s.id, s.name, s.email, s.job_title, s.locale, s.password_hash IS NOT NULL AS activated, s.ends_at, s.created_at, s.version,
    e.ended_at, c.name AS company, c.kind AS company_kind, ${stateSql}, ${rolesSql},
    (SELECT string_agg(u.name, ', ' ORDER BY u.kind, lower(u.name)) FROM people.unit_member m JOIN people.unit u ON u.id = m.unit_id
      WHERE m.staff_id = s.id AND NOT EXISTS (SELECT 1 FROM people.unit_closing x WHERE x.unit_id = u.id)) AS units`,
  details: 'LEFT JOIN people.ending e ON e.staff_id = s.id LEFT JOIN people.company c ON c.id = s.company_id',
  keys: [{ sql: 's.id', type: 'id' }],
  defaultSort: 'name',
  search,
  present: toLine,
})

function holdingAny(codes: readonly string[]): Fragment {
  return fragment`s.id = ANY(ARRAY(SELECT staff_id FROM people.staff_role WHERE role_code = ANY(${codes}::text[])))`
}

function inUnits(ids: readonly string[]): Fragment {
  return fragment`s.id = ANY(ARRAY(SELECT staff_id FROM people.unit_member WHERE unit_id = ANY(${ids}::uuid[])))`
}

/** The organisation's own have no company here. */
function ofCompanyKinds(kinds: readonly string[]): Fragment {
  const outside = kinds.filter((kind) => kind !== 'own')
  const ofOthers = fragment`s.company_id = ANY(ARRAY(SELECT id FROM people.company WHERE kind = ANY(${outside}::text[])))`
  if (!kinds.includes('own')) return ofOthers
  return outside.length === 0 ? trusted('s.company_id IS NULL') : fragment`(s.company_id IS NULL OR ${ofOthers})`
}

function toLine(row: StaffLineRow, reader: Locale): StaffLine {
  const { id, name, email, locale, company, state, activated, version } = row
  return {
    ...{ id, name, email, locale, company, state, activated, version },
    roles: namesOf(row.roles, reader),
    jobTitle: row.job_title,
    units: row.units ?? '',
    companyKind: row.company_kind ?? 'own',
    endsAt: row.ends_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

export interface Outsider {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly company: string
  readonly companyKind: OutsideKind
  readonly sponsor: string
  readonly sponsorLeft: boolean
  readonly roles: string
  /** Codes of markets and locations; null where nothing narrows. */
  readonly scope: string | null
  readonly beginsAt: string | null
  readonly endsAt: string
  readonly lastSeenAt: string | null
  readonly state: StaffState
  readonly version: number
}

interface OutsiderRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly company: string
  readonly company_kind: OutsideKind
  readonly sponsor: string
  readonly sponsor_left: boolean
  readonly roles: Role['names'][]
  readonly scope: Scope | null
  readonly begins_at: Date | null
  readonly ends_at: Date
  readonly last_seen_at: Date | null
  readonly state: StaffState
  readonly version: number
}

/** Who is outside: people of partners and vendors who have not left, whose access ends next first. */
export const outsidersList = defineList<OutsiderRow, Outsider>({
  name: 'outsiders',
  namespace: 'people',
  columns: {
    name: { type: 'text', sql: 'lower(s.name)', sort: true },
    company: { type: 'text' },
    companyKind: { type: 'enum', values: OUTSIDE_KINDS, filter: ['is'], where: ofCompanyKinds },
    roles: { type: 'text', filter: ['is'], where: holdingAny },
    scope: { type: 'text', nullable: true },
    sponsor: { type: 'text' },
    beginsAt: { type: 'instant', nullable: true },
    endsAt: { type: 'instant', sql: 's.ends_at', filter: ['from', 'to'], sort: true },
    lastSeenAt: { type: 'instant', nullable: true },
    state: { type: 'enum', values: STAFF_STATES },
  },
  from: `FROM (SELECT * FROM people.staff WHERE company_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM people.ending gone WHERE gone.staff_id = staff.id)) s`,
  as: 's',
  select: `s.id, s.name, s.email, s.scope, s.begins_at, s.ends_at, s.version, c.name AS company, c.kind AS company_kind,
    p.name AS sponsor, EXISTS (SELECT 1 FROM people.ending x WHERE x.staff_id = p.id) AS sponsor_left, ${stateSql}, ${rolesSql},
    (SELECT max(h.last_seen_at) FROM host.session h WHERE h.subject_kind = 'staff' AND h.subject_id = s.id) AS last_seen_at`,
  details: `JOIN people.company c ON c.id = s.company_id JOIN people.staff p ON p.id = s.sponsor_id
    LEFT JOIN people.ending e ON e.staff_id = s.id`,
  keys: [{ sql: 's.id', type: 'id' }],
  defaultSort: 'endsAt',
  search,
  present: (row, locale) => {
    const { id, name, email, company, sponsor, state, version } = row
    return {
      ...{ id, name, email, company, sponsor, state, version },
      roles: namesOf(row.roles, locale),
      scope: textOf(row.scope),
      companyKind: row.company_kind,
      sponsorLeft: row.sponsor_left,
      beginsAt: row.begins_at?.toISOString() ?? null,
      endsAt: row.ends_at.toISOString(),
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    }
  },
})
