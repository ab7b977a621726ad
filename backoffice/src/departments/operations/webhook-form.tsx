import { Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useWebhookFields } from './webhook-fields.ts'
import { changeWebhook, webhookDetail, webhookKey, type Webhook } from './webhook-queries.ts'

/** Where it goes and of what it tells; whoever saves it answers for it. */
export function WebhookForm({ webhook, mayWrite }: { readonly webhook: Webhook; readonly mayWrite: boolean }) {
  const t = useTranslations('operations.webhooks')
  const client = useQueryClient()
  const locale = useLocale()
  const fields = useWebhookFields(mayWrite)
  const { id, version } = webhook
  return (
    <Panel title={t('what')}>
      {!fields && <Skeleton height={280} />}
      {fields && (
        <RecordForm
          quiet
          fields={fields}
          initial={webhook}
          version={version}
          draft={`webhook/${id}`}
          submit={t('save')}
          save={({ changes, version: seen = version }) => changeWebhook(id, seen, changes)}
          reread={async () => {
            const changedBy = lastChanges(client, { department: 'operations', type: 'webhook', id }, locale)
            const latest = await client.fetchQuery({ ...webhookDetail(id), staleTime: 0 })
            return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
          }}
          onSaved={() => {
            void client.invalidateQueries({ queryKey: webhookKey })
            sayDone(t('saved'))
          }}
        />
      )}
    </Panel>
  )
}
