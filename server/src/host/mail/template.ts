/** Shown only where a value is there, or only where it is missing; else always. */
export interface When {
  readonly value: string
  readonly is: 'there' | 'missing'
}

/** Blocks of words: `{name}` in them stands for the value of that name. */
export const TEXT_BLOCKS = ['heading', 'paragraph'] as const
/** Blocks that show one value, of the type of the same name (a button: of a link). */
export const VALUE_BLOCKS = ['button', 'lines', 'totals', 'address', 'notes', 'links', 'legal'] as const
export const BLOCK_TYPES = [...TEXT_BLOCKS, ...VALUE_BLOCKS, 'divider'] as const

export type BlockType = (typeof BLOCK_TYPES)[number]

/** One block of a letter. Plain words and names of values: there is no place for HTML in it. */
export interface Block {
  readonly type: BlockType
  /** Of headings and paragraphs; what a button says; what stands above an address or links. */
  readonly text?: string
  /** Which value a block of a value shows. */
  readonly value?: string
  readonly when?: When
}

/** A block of the house's own template, whose text is a message key. */
export type DraftBlock = Block

export interface Template {
  readonly subject: string
  /** What lists of mails show after the subject. */
  readonly preheader: string
  readonly blocks: readonly Block[]
}

const NAMES = /\{([^{}]*)\}/g

/** The names of values in a text, in order. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAMES)].map(([, name = '']) => name)
}

/** Replaces each `{name}`. */
export function fillText(text: string, valueOf: (name: string) => string): string {
  return text.replace(NAMES, (_, name: string) => valueOf(name))
}

/** The values that a block cannot do without. */
export function valuesOf({ text = '', value }: Block): string[] {
  return value === undefined ? namesIn(text) : [value, ...namesIn(text)]
}

export const hasText = (type: BlockType): boolean =>
  type === 'heading' || type === 'paragraph' || type === 'button' || type === 'address' || type === 'links'
export const showsValue = (type: BlockType): boolean => (VALUE_BLOCKS as readonly string[]).includes(type)
