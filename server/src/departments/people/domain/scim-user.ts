import { ok, type Result } from '../../../kernel/result.ts'
import { booleanOf, memberOf, type ScimChange } from './scim-patch.ts'
import { refusals } from './refusals.ts'

/** What of a directory's user the house keeps; everything else is taken and let go. */
export interface ScimUserFields {
  readonly userName: string
  readonly externalId: string | null
  readonly displayName: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly title: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly active: boolean
}

const NOTHING: ScimUserFields = {
  userName: '',
  externalId: null,
  displayName: null,
  givenName: null,
  familyName: null,
  title: null,
  language: null,
  timeZone: null,
  active: true,
}

type TextField = Exclude<keyof ScimUserFields, 'active'>

const FIELDS: Readonly<Record<string, TextField>> = {
  username: 'userName',
  externalid: 'externalId',
  displayname: 'displayName',
  'name.formatted': 'displayName',
  'name.givenname': 'givenName',
  'name.familyname': 'familyName',
  title: 'title',
  preferredlanguage: 'language',
  timezone: 'timeZone',
}

/** A whole user, as POST and PUT bring it. */
export function readUser(body: unknown): Result<ScimUserFields> {
  const changes = Object.entries((body ?? {}) as object).flatMap(([name, value]): ScimChange[] =>
    name.toLowerCase() === 'name'
      ? Object.entries((value ?? {}) as object).map(([below, text]) => change(`name.${below}`, text))
      : [change(name, value)],
  )
  // What is called by more than one name is called by the one that people chose.
  changes.sort((a, b) => Number(a.attribute === 'displayname') - Number(b.attribute === 'displayname'))
  const read = changeUser(NOTHING, changes)
  if (!read.ok) return read
  if (read.value.userName === '') return refusals.scim_value({ params: { name: 'userName' } })
  return read
}

const change = (name: string, value: unknown): ScimChange => ({ op: 'replace', attribute: name.toLowerCase(), value })

/** The user after what a PATCH asks for. What the house does not keep is let go, so that nothing else fails for it. */
export function changeUser(user: ScimUserFields, changes: readonly ScimChange[]): Result<ScimUserFields> {
  let after = user
  for (const { op, attribute, value } of changes) {
    if (attribute === 'active') {
      const active = op === 'remove' ? true : booleanOf(value)
      if (active === undefined) return refusals.scim_value({ params: { name: 'active' } })
      after = { ...after, active }
      continue
    }
    const field = FIELDS[attribute]
    if (!field) continue
    if (op !== 'remove' && value !== null && typeof value !== 'string') {
      return refusals.scim_value({ params: { name: attribute } })
    }
    const text = op === 'remove' || value === null || value === undefined ? '' : String(value).trim()
    if (field === 'userName' && text === '') return refusals.scim_value({ params: { name: 'userName' } })
    after = { ...after, [field]: field === 'userName' ? text : text || null }
  }
  return ok(after)
}

/** As people are called here. */
export function nameOf({ displayName, givenName, familyName, userName }: ScimUserFields): string {
  const parts = [givenName, familyName].filter((part) => part !== null).join(' ')
  return (displayName ?? (parts === '' ? userName.replace(/@.*$/, '') : parts)).slice(0, 120)
}

/** `it-IT` is Italian; a language that the house does not speak is English. */
export function localeOf(language: string | null, known: readonly string[]): string {
  const short = (language ?? '').slice(0, 2).toLowerCase()
  return known.includes(short) ? short : 'en'
}

export function readGroup(body: unknown): { displayName: string; externalId: string | null } {
  const text = (name: string) => {
    const value = memberOf(body, name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return { displayName: text('displayname') ?? '', externalId: text('externalid') }
}
