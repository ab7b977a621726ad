import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { recordFiles, type RecordFile } from '../../ui/record/record-queries.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import styles from './disputes.module.css'
import { offeredEvidence, sendEvidence, type Dispute, type EvidenceFile, type EvidenceText } from './dispute-queries.ts'

// i18n-dynamic: payments.evidence.fields.*, payments.evidence.files.*

const SHORT: ReadonlySet<EvidenceText> = new Set(['customerName', 'customerEmail'])
const ALWAYS: readonly EvidenceText[] = [
  ...(['customerName', 'customerEmail', 'shippingAddress', 'billingAddress', 'productDescription'] as const),
  ...(['shippingCarrier', 'shippingTracking', 'shippingDate', 'refundPolicy'] as const),
]
/** Asked for where the reason makes it matter. */
const BY_REASON: Readonly<Partial<Record<Dispute['reason'], readonly EvidenceText[]>>> = {
  duplicate: ['duplicateExplanation'],
  credit_not_processed: ['refusalExplanation'],
  product_unacceptable: ['refusalExplanation'],
  product_not_received: ['serviceDate'],
}
const FILES: readonly EvidenceFile[] = ['receipt', 'shippingDocument', 'customerCommunication', 'refundPolicy', 'other']
const SENDABLE: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png'])
const MOST_CHARACTERS = 10_000

/** The answer to the bank, begun with what the house knows of the order; it goes out once. */
export function EvidenceForm({ dispute }: { readonly dispute: Dispute }) {
  const t = useTranslations('payments.evidence')
  const offered = useQuery({ ...offeredEvidence(dispute.id, useLocale()), staleTime: Number.POSITIVE_INFINITY })
  const files = useQuery(recordFiles({ department: 'payments', type: 'dispute', id: dispute.id }))
  return (
    <Panel title={t('title')}>
      <p className={styles.meaning}>{t('meaning')}</p>
      {offered.error && <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />}
      {!offered.error && !offered.data && <Skeleton height={240} />}
      {offered.data && (
        <Fields
          dispute={dispute}
          texts={{ ...offered.data.texts, ...saidBefore(dispute) }}
          files={files.data?.items ?? []}
        />
      )}
    </Panel>
  )
}

/** What the bank did not take is begun with again. */
const saidBefore = ({ answers }: Dispute) =>
  answers.findLast(({ kind, state }) => kind === 'evidence' && state === 'failed')?.texts

interface FieldsProps {
  readonly dispute: Dispute
  readonly texts: Readonly<Partial<Record<EvidenceText, string | undefined>>>
  readonly files: readonly RecordFile[]
}

const fileField = (field: EvidenceFile) => `file_${field}`

function Fields({ dispute, texts, files }: FieldsProps) {
  const t = useTranslations('payments.evidence')
  const client = useQueryClient()
  const keyOf = useKeyOf()
  const sendable = files.filter(({ mediaType }) => SENDABLE.has(mediaType))
  const shown: EvidenceText[] = [
    ...ALWAYS,
    ...(texts.accessLog ? (['accessLog'] as const) : []),
    ...(BY_REASON[dispute.reason] ?? []),
    'other',
  ]
  const fields: Field[] = [
    ...shown.map((name): Field => ({
      kind: 'text',
      name,
      label: t(`fields.${name}`),
      optional: true,
      maxLength: MOST_CHARACTERS,
      ...(SHORT.has(name) ? { half: true } : { lines: name === 'other' ? 6 : 3 }),
    })),
    ...(sendable.length === 0 ? [] : FILES).map((name): Field => ({
      kind: 'choice',
      name: fileField(name),
      label: t(`files.${name}`),
      optional: true,
      half: true,
      options: sendable.map(({ id, name: label }) => ({ value: id, label })),
    })),
  ]
  const bodyOf = (values: Values) => ({
    texts: Object.fromEntries(shown.map((name) => [name, textOf(values[name])]).filter(([, text]) => text !== '')),
    files: FILES.flatMap((field) => {
      const fileId = textOf(values[fileField(field)])
      return fileId === '' ? [] : [{ fileId, field }]
    }),
  })
  return (
    <>
      <RecordForm
        fields={fields}
        initial={Object.fromEntries(shown.map((name) => [name, texts[name] ?? '']))}
        draft={`dispute/${dispute.id}`}
        label={t('title')}
        submit={t('submit')}
        save={({ values }) => {
          const body = bodyOf(values)
          return sendEvidence(dispute.id, body, keyOf(body))
        }}
        onSaved={() => {
          sayDone(t('done'))
          void client.invalidateQueries({ queryKey: ['payments'] })
        }}
      />
      {sendable.length === 0 && <p className={styles.files}>{t('noFiles')}</p>}
    </>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
