import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import type { Attribute } from './attribute.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import { together } from './together.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, LIMITS, type Texts } from './product.ts'
import { refusals } from './refusals.ts'

export interface FamilyMember {
  readonly code: string
  readonly required: boolean
}

/** What a channel asks beyond what makes its products complete: a marketplace wants three pictures and a text in its language. */
export interface ChannelNeeds {
  readonly channel: string
  readonly attributes: readonly string[]
  readonly languages: readonly string[]
  readonly pictures: number
}

/** Products of one kind: which attributes they have, and what makes one of them complete. */
export interface Family {
  readonly code: string
  readonly names: Texts
  readonly attributes: readonly FamilyMember[]
  /** In which its products should be told. */
  readonly languages: readonly string[]
  /** How many pictures at least, each with a text for who does not see it. */
  readonly pictures: number
  /** Whether maker, origin and goods code belong to it. */
  readonly safety: boolean
  readonly channels: readonly ChannelNeeds[]
}

/** As it comes from outside: most shops ask the same in every channel. */
export type FamilyDraft = Omit<Family, 'channels'> & { readonly channels?: readonly ChannelNeeds[] | undefined }

export type SavedFamily = Family & { readonly version: number }

/** Of products without a family. */
export const NO_FAMILY: Family = {
  code: '',
  names: {},
  attributes: [],
  languages: [DEFAULT_LANGUAGE],
  pictures: 1,
  safety: false,
  channels: [],
}

export function checkFamily(draft: FamilyDraft, attributes: ReadonlyMap<string, Attribute>): Result<Family> {
  const family: Family = {
    ...draft,
    names: mergedTexts({}, draft.names),
    languages: LANGUAGES.filter((language) => draft.languages.includes(language)),
    // One that asks for nothing says nothing.
    channels: (draft.channels ?? []).filter(
      (one) => one.pictures > 0 || one.attributes.length > 0 || one.languages.length > 0,
    ),
  }
  const codes = family.attributes.map(({ code }) => code)
  const flaws = [
    ...textFlaws(family.names, { field: 'names', max: LIMITS.optionName, required: true }),
    ...unknownLanguages(draft.languages, 'languages'),
    ...channelFlaws(family, attributes),
    ...codes.flatMap((code, at) => {
      const field = `attributes.${at}.code`
      if (!attributes.has(code)) return [refusals.unknown_attribute({ field, params: { attribute: code } })]
      return codes.indexOf(code) === at ? [] : [refusals.option_repeated({ field })]
    }),
  ]
  return flaws.length > 0 ? together(flaws) : ok(family)
}

function unknownLanguages(languages: readonly string[], field: string): Refused[] {
  return languages
    .filter((language) => !LANGUAGES.includes(language))
    .map((language) => refusals.unknown_language({ field, params: { language } }))
}

function channelFlaws(
  { channels, attributes: members }: Family,
  attributes: ReadonlyMap<string, Attribute>,
): Refused[] {
  const known = new Set(members.map(({ code }) => code))
  return channels.flatMap((needs, at) => [
    ...unknownLanguages(needs.languages, `channels.${at}.languages`),
    ...needs.attributes
      .filter((code) => !known.has(code) || !attributes.has(code))
      .map((attribute) => refusals.unknown_attribute({ field: `channels.${at}.attributes`, params: { attribute } })),
  ])
}

/** A family as a channel sees it: with what that channel asks beyond. */
export function familyInChannel(family: Family, channel: string): Family {
  const needs = family.channels.find((one) => one.channel === channel)
  if (!needs) return family
  return {
    ...family,
    attributes: family.attributes.map((member) => ({
      ...member,
      required: member.required || needs.attributes.includes(member.code),
    })),
    languages: LANGUAGES.filter((one) => family.languages.includes(one) || needs.languages.includes(one)),
    pictures: Math.max(family.pictures, needs.pictures),
  }
}
