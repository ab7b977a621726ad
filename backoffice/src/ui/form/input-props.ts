import type { Language } from '../../app/messages/languages.ts'
import type { Field } from './field.ts'

export interface InputProps<Kind extends Field['kind'] = Field['kind']> {
  readonly field: Extract<Field, { kind: Kind }>
  readonly value: unknown
  readonly error: string | undefined
  /** What is wrong inside it: `prices.EUR`. */
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (value: unknown) => void
  /** In which language the form is written now. */
  readonly language?: Language
}

/** Fields beside each other begin at one height, whichever has a hint. */
export const HINT_BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** What all inputs have alike; the label says what may be left empty. */
export function lookOf({ name, label, hint, optional = false, fixed }: Field, optionalWord: string) {
  return {
    name,
    label: optional ? `${label} (${optionalWord})` : label,
    description: fixed ?? hint,
    disabled: fixed !== undefined,
    required: !optional,
    withAsterisk: false,
    inputWrapperOrder: HINT_BELOW,
  }
}
