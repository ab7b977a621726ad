import { useId, useRef, useState } from 'react'
import type { CellEditor } from './column.ts'
import styles from './data-table.module.css'

interface CellFieldProps<Row> {
  readonly row: Row
  readonly label: string
  readonly editor: CellEditor<Row>
  readonly onSave: (text: string) => void
  /** Back to the cell: by Escape, or because nothing changed. */
  readonly onLeave: () => void
}

/** The field that stands in a cell while it is changed: Enter saves, Escape leaves it as it was. */
export function CellField<Row>({ row, label, editor, onSave, onLeave }: CellFieldProps<Row>) {
  const before = editor.text(row)
  const [text, setText] = useState(before)
  const [wrong, setWrong] = useState<string>()
  const id = useId()
  // Leaving by a key also blurs: only the first of both counts.
  const left = useRef(false)
  const finish = (insist: boolean) => {
    if (left.current) return
    const found = text === before ? undefined : editor.check?.(text, row)
    if (found !== undefined && insist) return setWrong(found)
    left.current = true
    if (text === before || found !== undefined) onLeave()
    else onSave(text)
  }
  return (
    <span className={styles.field}>
      <input
        className={styles.input}
        aria-label={label}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : id}
        inputMode={editor.inputMode ?? 'text'}
        // The person has just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onFocus={(focus) => focus.currentTarget.select()}
        onChange={(change) => {
          setText(change.currentTarget.value)
          setWrong(undefined)
        }}
        onBlur={() => finish(false)}
        onKeyDown={(key) => {
          if (key.key === 'Enter') finish(true)
          if (key.key === 'Escape') {
            left.current = true
            onLeave()
          }
          key.stopPropagation()
        }}
      />
      {wrong !== undefined && (
        <span id={id} className={styles.wrong} role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
