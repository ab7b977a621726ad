import { Button, Drawer } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { consentsOfCustomer, recordConsent, type Consent } from './consent-queries.ts'
import styles from './groups.module.css'

const TONES = { claimed: 'waiting', given: 'active', withdrawn: 'neutral' } as const

/** What a customer agreed to: what holds, in which words, and everything that they ever said. */
export function CustomerConsents({ customerId }: { readonly customerId: string }) {
  const t = useTranslations('customers.consents')
  const mayRecord = useCan()('customers:record-consents')
  const [isTelling, setTelling] = useState(false)
  const { data, error, refetch } = useQuery(consentsOfCustomer(customerId, useLocale()))
  const items = data?.items ?? []
  const tell = mayRecord && items.length > 0 && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconPencil size={16} aria-hidden />}
      onClick={() => setTelling(true)}
    >
      {t('tell')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={tell}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <p className="dimmed">{t('none')}</p>}
      {items.length > 0 && (
        <ul className={styles.members}>
          {items.map((consent) => (
            <ConsentItem key={consent.purpose} consent={consent} />
          ))}
        </ul>
      )}
      <Drawer
        opened={isTelling}
        onClose={() => setTelling(false)}
        position="right"
        size={480}
        title={t('tell')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {isTelling && <TellForm customerId={customerId} items={items} onDone={() => setTelling(false)} />}
      </Drawer>
    </Panel>
  )
}

// i18n-dynamic: customers.consents.states.*, customers.consents.ways.*
function ConsentItem({ consent: { name, state, softOptIn, records } }: { readonly consent: Consent }) {
  const t = useTranslations('customers.consents')
  const [last] = records
  return (
    <li className={styles.certificate}>
      <span className={styles.words}>
        {name}
        <span className={styles.note}>{last ? last.text : t(softOptIn ? 'untilTheyObject' : 'saidNothing')}</span>
        {last && (
          <details>
            <summary className={styles.note}>{t('history', { count: records.length })}</summary>
            {records.map(({ number, act, at, how, wording, proof, reason }) => (
              <span key={number} className={styles.note}>
                {t(`states.${act}`)} · <DateText value={at} form="full" /> · {t(`ways.${how}`)} ·{' '}
                {t('wording', { wording })}
                {proof !== null && ` · ${proof}`}
                {reason !== null && ` · ${reason}`}
              </span>
            ))}
          </details>
        )}
      </span>
      {state !== null && <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>}
    </li>
  )
}

interface TellFormProps {
  readonly customerId: string
  readonly items: readonly Consent[]
  readonly onDone: () => void
}

/** What a customer told a person of the shop, who says where and why. */
function TellForm({ customerId, items, onDone }: TellFormProps) {
  const t = useTranslations('customers.consents')
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'purpose',
      label: t('purpose'),
      options: items.map(({ purpose, name }) => ({ value: purpose, label: name })),
    },
    {
      kind: 'choice',
      name: 'said',
      label: t('said'),
      options: (['withdrawn', 'given'] as const).map((value) => ({ value, label: t(`states.${value}`) })),
    },
    { kind: 'text', name: 'source', label: t('source'), hint: t('sourceHint'), maxLength: 200 },
    { kind: 'text', name: 'reason', label: t('reason'), lines: 3, maxLength: 500 },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={{ purpose: items[0]?.purpose ?? '', said: 'withdrawn', source: '', reason: '' }}
      draft={`consent/${customerId}`}
      submit={t('tell')}
      save={({ values }) =>
        recordConsent(
          customerId,
          {
            purpose: String(values['purpose']),
            give: values['said'] === 'given',
            source: String(values['source'] ?? ''),
            reason: String(values['reason'] ?? ''),
          },
          key,
        )
      }
      onSaved={() => {
        void client.invalidateQueries({ queryKey: ['customers'] })
        sayDone(t('saved'))
        onDone()
      }}
      onCancel={onDone}
    />
  )
}
