import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DayText } from '../../ui/date-text.tsx'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import styles from './documents.module.css'
import { documentsOfOrder, fileOf, issue, type DocumentRow, type Issuable } from './queries.ts'

// i18n-dynamic: documents.kinds.*, documents.issue.*

/** What an order was documented with, and the way to issue what it lacks. */
export function OrderDocuments({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('documents')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(documentsOfOrder(orderId, useLocale()))
  // One key a page: pressed twice it is issued once.
  const [key] = useState(() => crypto.randomUUID())
  const issuing = useMutation({
    mutationFn: (what: Issuable) => issue(orderId, what, `${key}.${what}`),
    onSuccess: ({ label }) => sayDone(t('issued', { number: label })),
    onError: (refused) => sayRefused(refused, t('notIssued')),
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={72} />
  return (
    <div className={styles.spaced}>
      {data.items.length === 0 ? (
        <p className="dimmed">{t('noneOfOrder')}</p>
      ) : (
        <ul className={styles.files}>
          {data.items.map((document) => (
            <DocumentLine key={document.id} document={document} />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        {data.allowedActions.filter(isOpen).map(({ action, reason }) => (
          <ActionButton
            key={action}
            variant="default"
            refusal={reason?.message}
            loading={issuing.isPending && issuing.variables === action}
            onClick={() => issuing.mutate(action as Issuable)}
          >
            {t(`issue.${action as Issuable}`)}
          </ActionButton>
        ))}
      </div>
    </div>
  )
}

/** What has been issued stands above: nobody needs to be told that it cannot be issued again. */
const isOpen = ({ reason }: { readonly reason: { readonly code: string } | null }) =>
  reason?.code !== 'documents.already_issued'

function DocumentLine({ document: { id, kind, label, issuedOn, total } }: { readonly document: DocumentRow }) {
  const t = useTranslations('documents')
  return (
    <li>
      <span className={styles.words}>
        <Link to={`/documents/${id}`}>{t('named', { kind: t(`kinds.${kind}`), number: label })}</Link>
        <span className={styles.note}>
          <DayText value={issuedOn} />
          {kind !== 'packing_slip' && (
            <>
              {' · '}
              <MoneyText value={total} />
            </>
          )}
        </span>
      </span>
      <a href={fileOf(id)} download={`${label}.pdf`} aria-label={t('download', { number: label })}>
        PDF
      </a>
    </li>
  )
}
