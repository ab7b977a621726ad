import { useId } from 'react'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './trial.module.css'

/** Text, or text that opens something. */
type Cell = string | { readonly text: string; readonly label: string; readonly onClick: () => void }

interface TrialTableProps {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A few rows of a trial: the first column says what, the others are figures. */
export function TrialTable({ title, head, rows }: TrialTableProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <ScrollBox label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={textOf(cells[0] ?? '')}>
                {cells.map((cell, column) => (
                  <td key={head[column]}>
                    {typeof cell === 'string' ? (
                      cell
                    ) : (
                      <button type="button" className={styles.open} aria-label={cell.label} onClick={cell.onClick}>
                        {cell.text}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
