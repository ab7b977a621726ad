import { MoneyText } from '../../ui/money-text.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import styles from './ledger.module.css'
import type { LedgerEntry } from './queries.ts'

interface PostingListProps {
  readonly side: 'debit' | 'credit'
  readonly postings: LedgerEntry['postings']
}

/** The accounts of one side of an entry, each with its part where there are several. */
export function PostingList({ side, postings }: PostingListProps) {
  const say = useCodeWords()
  const shown = postings.filter(({ amount }) => amount.amount > 0 === (side === 'debit'))
  return (
    <ul className={styles.postings} data-side={side}>
      {shown.map(({ account, amount }, index) => (
        <li key={index}>
          <span>{say('ledger.accounts', account)}</span>
          {shown.length > 1 && <MoneyText value={{ ...amount, amount: Math.abs(amount.amount) }} />}
        </li>
      ))}
    </ul>
  )
}
