import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './approval.module.css'
import type { Approval } from './approval-queries.ts'

/** Who must agree, who did, and what they said. */
export function ApprovalRequirements({ approval }: { readonly approval: Approval }) {
  const t = useTranslations('work.approvals')
  const format = useFormatter()
  return (
    <Panel title={t('deciders')}>
      <ul className={styles.list}>
        {approval.requirements.map(({ id, note, roleNames, approvals, given }) => (
          <li key={id} className={styles.line}>
            {given >= approvals ? <IconCheck size={18} aria-hidden /> : <IconClock size={18} aria-hidden />}
            <div>
              <strong>
                {t('needs', { count: approvals, roles: format.list(roleNames, { type: 'disjunction' }) })}
              </strong>
              {note && <p className={styles.note}>{note}</p>}
              {approvals > 1 && <p className={styles.note}>{t('given', { given, count: approvals })}</p>}
            </div>
          </li>
        ))}
      </ul>
      {approval.decisions.length > 0 && (
        <ul className={styles.list} aria-label={t('decisions')}>
          {approval.decisions.map(({ staffId, name, verdict, comment, at }) => (
            <li key={staffId} className={styles.line}>
              {verdict === 'approve' ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
              <div>
                <strong>{t(verdict === 'approve' ? 'approvedBy' : 'refusedBy', { name })}</strong>{' '}
                <span className={styles.note}>
                  <DateText value={at} />
                </span>
                {comment && <p>{comment}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
