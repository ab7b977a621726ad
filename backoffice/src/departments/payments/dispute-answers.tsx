import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './disputes.module.css'
import type { Dispute, EvidenceText } from './dispute-queries.ts'

// i18n-dynamic: payments.dispute.answers.*, payments.evidence.fields.*, payments.evidence.files.*

/** What was said to the bank, as it was sent. */
export function DisputeAnswers({ dispute: { answers } }: { readonly dispute: Dispute }) {
  const t = useTranslations('payments')
  return (
    <Panel title={t('dispute.answered')}>
      {answers.map(({ kind, state, code, texts, files, at }) => (
        <div key={at} className={styles.answer}>
          <p>
            <strong>{t(`dispute.answers.${kind}_${state}`)}</strong> · <DateText value={at} />
            {code !== null && (
              <>
                {' '}
                · <code>{code}</code>
              </>
            )}
          </p>
          <Facts
            items={[
              ...Object.entries(texts).map(
                ([field, text]) =>
                  [
                    t(`evidence.fields.${field as EvidenceText}`),
                    <span key={field} className={styles.typed}>
                      {text}
                    </span>,
                  ] as const,
              ),
              ...files.map(({ field, name }) => [t(`evidence.files.${field}`), name] as const),
            ]}
          />
        </div>
      ))}
    </Panel>
  )
}
