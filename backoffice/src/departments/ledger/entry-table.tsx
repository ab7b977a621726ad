import { useTranslations } from 'use-intl'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './ledger.module.css'
import type { LedgerEntry } from './queries.ts'

// i18n-dynamic: ledger.accounts.*, ledger.entryKinds.*

/** Entries with what they debit on the left and credit on the right; each balances. */
export function EntryTable({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const t = useTranslations('ledger')
  const say = useCodeWords()
  return (
    <ScrollBox label={t('entries.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('balance.account')}</th>
            <th scope="col" data-align="end">
              {t('balance.debit')}
            </th>
            <th scope="col" data-align="end">
              {t('balance.credit')}
            </th>
          </tr>
        </thead>
        {entries.map((entry) => (
          <tbody key={entry.id} className={styles.entry}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles.entryHead}>
                <span>{say('ledger.entryKinds', entry.kind)}</span>
                <span className={styles.entryMeta}>
                  <DayText value={entry.effectiveOn} />
                  {' · '}
                  {t('entries.recorded')} <DateText value={entry.recordedAt} />
                  {entry.reverses && <> · {t('entries.reverses')}</>}
                </span>
              </th>
            </tr>
            {entry.postings.map(({ account, amount }, index) => (
              <tr key={index}>
                <td className={amount.amount < 0 ? styles.credited : undefined}>{say('ledger.accounts', account)}</td>
                <td data-align="end">{amount.amount > 0 && <MoneyText value={amount} />}</td>
                <td data-align="end">
                  {amount.amount < 0 && <MoneyText value={{ ...amount, amount: -amount.amount }} />}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  )
}
