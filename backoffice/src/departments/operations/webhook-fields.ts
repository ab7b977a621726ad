import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import { webhookKinds } from './webhook-queries.ts'

/** What a webhook consists of; undefined until the house has said which events there are. */
export function useWebhookFields(mayWrite: boolean): readonly Field[] | undefined {
  const t = useTranslations('operations.webhooks')
  const { data } = useQuery(webhookKinds(useLocale()))
  if (!data) return undefined
  const fixed = mayWrite ? {} : { fixed: '' }
  return [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 80, ...fixed },
    { kind: 'text', name: 'address', label: t('address'), hint: t('addressHint'), maxLength: 500, ...fixed },
    {
      kind: 'many',
      name: 'kinds',
      label: t('kinds'),
      hint: t('kindsHint'),
      options: data.items.map(({ kind, summary }) => ({ value: kind, label: summary })),
      ...fixed,
    },
  ]
}
