import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { machineTranslator, putMachineTranslator, type MachineTranslator } from './machine-queries.ts'
import { TranslationsFrame } from './translations-frame.tsx'
import styles from './translations.module.css'

/** Which program drafts translations, with which key, and how much it may be sent in a month. */
export default function MachineScreen() {
  const t = useTranslations('catalog.machine')
  const { data, error, refetch } = useQuery(machineTranslator)
  return (
    <TranslationsFrame>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={320} radius="lg" />}
      {data && (
        <Panel title={t('title', { provider: data.provider })}>
          <p className={styles.meaning}>{t('meaning', { provider: data.provider })}</p>
          <p className={styles.note}>{t('used', { used: data.usedCharacters, limit: data.monthlyCharacters })}</p>
          <MachineForm key={data.version} settings={data} />
        </Panel>
      )}
    </TranslationsFrame>
  )
}

/** Without a draft on the device: a key is kept nowhere but in the house. */
function MachineForm({ settings }: { readonly settings: MachineTranslator }) {
  const t = useTranslations('catalog.machine')
  const client = useQueryClient()
  const mayChange = useCan()('catalog:approve')
  const fixed = mayChange ? undefined : t('needsPermission')
  const { enabled, address, monthlyCharacters, hasKey, version } = settings
  const fields: Field[] = [
    { kind: 'switch', name: 'enabled', label: t('enabled'), hint: t('enabledHint') },
    { kind: 'text', name: 'address', label: t('address'), hint: t('addressHint'), optional: true, maxLength: 200 },
    {
      kind: 'text',
      name: 'key',
      label: t('key'),
      hint: t(hasKey ? 'keyKept' : 'keyHint'),
      autoComplete: 'off',
      optional: true,
      maxLength: 200,
    },
    {
      kind: 'integer',
      name: 'monthlyCharacters',
      label: t('limit'),
      hint: t('limitHint'),
      minimum: 1_000,
      maximum: 1_000_000_000,
    },
  ]
  return (
    <RecordForm
      fields={fields.map((field) => ({ ...field, fixed }))}
      initial={{ enabled, address, key: '', monthlyCharacters }}
      version={version}
      submit={t('save')}
      save={({ values }) => {
        const key = String(values['key'] ?? '')
        const wish = {
          enabled: values['enabled'] === true,
          address: String(values['address'] ?? ''),
          monthlyCharacters: Number(values['monthlyCharacters']),
        }
        return putMachineTranslator({ ...wish, ...(key === '' ? {} : { key }) }, version)
      }}
      onSaved={() => {
        void client.invalidateQueries({ queryKey: machineTranslator.queryKey })
        sayDone(t('saved'))
      }}
    />
  )
}
