import type { AnyMailKind, Reason } from './mail-kind.ts'
import { blockOf, offerOf, requiredOf } from './offer.ts'
import { hasText, namesIn, showsValue, valuesOf, type Block, type Template } from './template.ts'

export const MOST_BLOCKS = 40
export const LONGEST_SUBJECT = 200
export const LONGEST_TEXT = 4000

/** What is wrong with a template, where, and with what. The field is named as the request names it. */
export type TemplateProblem =
  | { readonly what: 'subject_missing'; readonly field: 'subject' }
  | { readonly what: 'too_long'; readonly field: string; readonly most: number }
  | { readonly what: 'too_many_blocks'; readonly field: 'blocks'; readonly most: number }
  | { readonly what: 'text_missing'; readonly field: string }
  | { readonly what: 'value_unknown'; readonly field: string; readonly value: string }
  | { readonly what: 'value_misplaced'; readonly field: string; readonly value: string; readonly block: string }
  | { readonly what: 'value_required'; readonly field: 'blocks'; readonly value: string; readonly reason: Reason }

/**
 * The first thing that keeps a template from being sent, or undefined. What the law or the mail's purpose demands must stand in a
 * block that is always shown.
 */
export function findProblem(kind: AnyMailKind, { subject, preheader, blocks }: Template): TemplateProblem | undefined {
  if (subject.trim() === '') return { what: 'subject_missing', field: 'subject' }
  if (subject.length > LONGEST_SUBJECT) return { what: 'too_long', field: 'subject', most: LONGEST_SUBJECT }
  if (preheader.length > LONGEST_SUBJECT) return { what: 'too_long', field: 'preheader', most: LONGEST_SUBJECT }
  if (blocks.length > MOST_BLOCKS) return { what: 'too_many_blocks', field: 'blocks', most: MOST_BLOCKS }
  return (
    problemOfText(kind, 'subject', subject) ??
    problemOfText(kind, 'preheader', preheader) ??
    blocks.map((block, at) => problemOfBlock(kind, block, `blocks.${at}`)).find((one) => one !== undefined) ??
    missing(kind, blocks)
  )
}

function problemOfText(kind: AnyMailKind, field: string, text: string): TemplateProblem | undefined {
  const offer = offerOf(kind)
  for (const value of namesIn(text)) {
    const type = offer[value]
    if (type === undefined) return { what: 'value_unknown', field, value }
    if (type !== 'text') return { what: 'value_misplaced', field, value, block: blockOf(type) }
  }
  return undefined
}

function problemOfBlock(kind: AnyMailKind, block: Block, field: string): TemplateProblem | undefined {
  const { type, text = '', value, when } = block
  const offer = offerOf(kind)
  if (text.length > LONGEST_TEXT) return { what: 'too_long', field: `${field}.text`, most: LONGEST_TEXT }
  if (['heading', 'paragraph', 'button'].includes(type) && text.trim() === '')
    return { what: 'text_missing', field: `${field}.text` }
  if (when && offer[when.value] === undefined)
    return { what: 'value_unknown', field: `${field}.when`, value: when.value }
  if (showsValue(type)) {
    const offered = offer[value ?? '']
    if (offered === undefined) return { what: 'value_unknown', field: `${field}.value`, value: value ?? '' }
    const wanted = offered === 'text' ? 'paragraph' : blockOf(offered)
    if (wanted !== type) return { what: 'value_misplaced', field: `${field}.value`, value: value ?? '', block: wanted }
  }
  return hasText(type) ? problemOfText(kind, `${field}.text`, text) : undefined
}

function missing(kind: AnyMailKind, blocks: readonly Block[]): TemplateProblem | undefined {
  const shown = new Set(blocks.flatMap((block) => valuesOf(block).filter((name) => isSurelyShown(block, name))))
  const [value, reason] = Object.entries(requiredOf(kind)).find(([name]) => !shown.has(name)) ?? []
  return value !== undefined && reason !== undefined
    ? { what: 'value_required', field: 'blocks', value, reason }
    : undefined
}

/** In every case in which it is there at all. */
function isSurelyShown({ when }: Block, name: string): boolean {
  return when === undefined || (when.is === 'there' && when.value === name)
}
