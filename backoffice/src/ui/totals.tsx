import type { ReactNode } from 'react'
import type { Money } from './format-money.ts'
import { MoneyText } from './money-text.tsx'
import styles from './totals.module.css'

/** What lines come to, below them, in a panel that reaches to the edges. */
export function Totals({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.totals}>{children}</dl>
}

interface TotalProps {
  readonly label: ReactNode
  readonly value: Money
  /** What is contained in others stands back; what all come to closes the list. */
  readonly weight?: 'quiet' | 'whole'
}

export function Total({ label, value, weight }: TotalProps) {
  return (
    <div data-weight={weight}>
      <dt>{label}</dt>
      <dd>
        <MoneyText value={value} />
      </dd>
    </div>
  )
}
