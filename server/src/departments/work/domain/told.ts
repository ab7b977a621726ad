import type { Recipient } from './recipient.ts'

export const TOLD_KINDS = ['todo', 'approval', 'mention', 'alert'] as const
export type ToldKind = (typeof TOLD_KINDS)[number]

/** A thing of the house by its kind and id: `{type: 'order', id}`. */
export interface Reference {
  readonly type: string
  readonly id: string
}

/** What somebody's inbox is to say. */
export interface Told {
  readonly to: readonly Recipient[]
  readonly kind: ToldKind
  /** What is told of: the to-do, the approval, the comment, the job. Nobody is told the same twice. */
  readonly ref: Reference
  /** Which time of it, where the same thing may be told anew: handed over twice, asked again. */
  readonly occasion?: string
  /** The record that it is about; its title is looked up when it is read, by who may see it. */
  readonly record?: Reference
  /** A message key with its namespace (`work.told.mentioned`) and the values of its blanks. No values of customers. */
  readonly title: { readonly key: string; readonly params?: Readonly<Record<string, string | number>> }
  /** Where it opens, below the back office: `/orders/0192...`. */
  readonly path: string
  readonly dueAt?: Date | null
}
