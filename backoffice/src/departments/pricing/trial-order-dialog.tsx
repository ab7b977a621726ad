import { Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { trialOrder, type TrialOrder } from './trial-queries.ts'
import styles from './trial.module.css'

interface TrialOrderDialogProps {
  readonly trialId: string
  readonly number: number
  readonly onClose: () => void
}

/** One order as it was and as it would have been, each with what its rules said. */
export function TrialOrderDialog({ trialId, number, onClose }: TrialOrderDialogProps) {
  const t = useTranslations('pricing.trial')
  const { data, error, refetch } = useQuery(trialOrder(trialId, number, useLocale()))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explainOrder', { number })}
      size="lg"
      radius="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {data && (
        <div className={styles.sides}>
          <Side title={t('without')} side={data.without} />
          <Side title={t('with')} side={data.with} />
        </div>
      )}
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />)}
    </Modal>
  )
}

function Side({ title, side }: { readonly title: string; readonly side: TrialOrder['with'] }) {
  const locale = useLocale()
  const said = side.reasons.filter(
    ({ rule, line }) => line === null && (rule === 'promotion' || rule.startsWith('delivery')),
  )
  return (
    <section>
      <h3 className={styles.title}>
        {title}: <span className="tabular">{formatMoney(side.total, locale)}</span>
      </h3>
      <ul className={styles.notes}>
        {said.map(({ text, applied, line }) => (
          <li key={`${line} ${text}`} data-applied={applied}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
