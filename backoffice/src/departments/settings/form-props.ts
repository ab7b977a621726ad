/** A form for a record that there is, or for a new one. */
export interface FormProps<Record> {
  readonly record?: Record | undefined
  readonly onSaved: () => void
  readonly onCancel?: (() => void) | undefined
}
