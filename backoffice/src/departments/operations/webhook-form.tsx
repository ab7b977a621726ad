import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { changeWebhook, webhookDetail, webhookKey, type Webhook } from './webhook-queries.ts'
import { WebhookSheet } from './webhook-sheet.tsx'

/** Where it goes and of what it tells; whoever saves it answers for it. */
export function WebhookForm({ webhook, mayWrite }: { readonly webhook: Webhook; readonly mayWrite: boolean }) {
  const t = useTranslations('operations.webhooks')
  const client = useQueryClient()
  const locale = useLocale()
  const { id, version } = webhook
  return (
    <Panel title={t('what')}>
      <WebhookSheet
        quiet
        mayWrite={mayWrite}
        submit={t('save')}
        options={(fields) => ({
          initial: webhook,
          version,
          draft: `webhook/${id}`,
          save: ({ changes, version: seen = version }) => changeWebhook(id, seen, changes),
          reread: async () => {
            const changedBy = lastChanges(client, { department: 'operations', type: 'webhook', id }, locale)
            const latest = await client.fetchQuery({ ...webhookDetail(id), staleTime: 0 })
            return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
          },
          onSaved: () => {
            void client.invalidateQueries({ queryKey: webhookKey })
            sayDone(t('saved'))
          },
        })}
      />
    </Panel>
  )
}
