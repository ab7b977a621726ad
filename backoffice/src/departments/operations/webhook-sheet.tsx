import { Checkbox, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import type { Got } from '../../client/api.ts'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { useRecordForm, type RecordFormOptions, type RecordFormState } from '../../ui/form/use-record-form.ts'
import { webhookKinds } from './webhook-queries.ts'
import styles from './webhooks.module.css'

type Kinds = Got<'/api/webhook-kinds'>['items']

interface WebhookSheetProps {
  readonly options: (fields: readonly Field[]) => Omit<RecordFormOptions, 'fields'>
  readonly submit: string
  readonly quiet?: boolean
  readonly mayWrite: boolean
  readonly onCancel?: () => void
}

/** What a webhook consists of, once the house has said which events there are. */
export function WebhookSheet(props: WebhookSheetProps) {
  const { data } = useQuery(webhookKinds(useLocale()))
  return data ? <Sheet {...props} kinds={data.items} /> : <Skeleton height={360} />
}

function Sheet(props: WebhookSheetProps & { readonly kinds: Kinds }) {
  const { options, submit, quiet = false, mayWrite, onCancel, kinds } = props
  const t = useTranslations('operations.webhooks')
  const fixed = mayWrite ? {} : { fixed: '' }
  const said = (value: unknown) =>
    kinds
      .filter(({ kind }) => chosen(value).includes(kind))
      .map(({ summary }) => summary)
      .join(', ')
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 80, ...fixed },
    { kind: 'text', name: 'address', label: t('address'), hint: t('addressHint'), maxLength: 500, ...fixed },
    { kind: 'own', name: 'kinds', label: t('kinds'), say: said },
  ]
  const form = useRecordForm({ fields, ...options(fields) })
  return (
    <FormSheet form={form} submit={submit} quiet={quiet} onCancel={onCancel}>
      <FormField form={form} name="name" />
      <FormField form={form} name="address" />
      <KindChoice form={form} kinds={kinds} mayWrite={mayWrite} />
    </FormSheet>
  )
}

interface KindChoiceProps {
  readonly form: RecordFormState
  readonly kinds: Kinds
  readonly mayWrite: boolean
}

/** What somebody may not see they cannot choose; what is chosen already they can take away. */
function KindChoice({ form, kinds, mayWrite }: KindChoiceProps) {
  const t = useTranslations('operations.webhooks')
  const value = chosen(form.values['kinds'])
  return (
    <div data-field="kinds">
      <Checkbox.Group
        label={t('kinds')}
        description={t('kindsHint')}
        error={form.errorOf('kinds')}
        value={[...value]}
        onChange={(next) => form.set('kinds', next.toSorted())}
      >
        <div className={styles.kinds}>
          {kinds.map(({ kind, summary, mine }) => (
            <Checkbox
              key={kind}
              value={kind}
              label={summary}
              disabled={!mayWrite || (!mine && !value.includes(kind))}
            />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}

const chosen = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])
