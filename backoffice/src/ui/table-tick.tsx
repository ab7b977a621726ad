import { useEffect, useRef } from 'react'
import styles from './data-table.module.css'

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly indeterminate?: boolean
  readonly onChange: (checked: boolean, isRange: boolean) => void
}

/** The browser's own checkbox, dressed: there is one in every row, and a component of the kit costs ten times as much. */
export function Tick({ label, checked, indeterminate = false, onChange }: TickProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <label className={styles.tickTarget}>
      <input
        ref={box}
        type="checkbox"
        className={styles.tick}
        aria-label={label}
        checked={checked}
        onChange={(change) => {
          const { shiftKey } = change.nativeEvent as unknown as MouseEvent
          onChange(change.currentTarget.checked, shiftKey === true)
        }}
      />
    </label>
  )
}
