import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { numbering, putRule, type Rule } from './queries.ts'

const ISSUED = ['at_payment', 'by_hand'] as const
const PERSONS = ['invoice', 'simplified_invoice', 'receipt'] as const

// i18n-dynamic: documents.rules.issuedAt.*, documents.rules.persons.*

/** When a market's sales are documented, and with what; what was issued stays as it is. */
export function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useTranslations('documents.rules')
  const client = useQueryClient()
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'issued',
      label: t('issued'),
      options: ISSUED.map((value) => ({ value, label: t(`issuedAt.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'forPersons',
      label: t('forPersons'),
      hint: t('forPersonsHint'),
      options: PERSONS.map((value) => ({ value, label: t(`persons.${value}`) })),
    },
  ]
  const reread = async () => {
    const { rules } = await client.fetchQuery({ ...numbering, staleTime: 0 })
    const latest = rules.find(({ market }) => market === rule.market) ?? rule
    return loadedOf(fields, latest, latest.version)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ofMarket', { market: rule.market.toUpperCase() })}
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <RecordForm
        fields={fields}
        initial={rule}
        version={rule.version}
        draft={`document-rule/${rule.market}`}
        reread={reread}
        submit={t('save')}
        onCancel={onClose}
        save={({ values, version }) =>
          putRule(rule.market, version, values as unknown as Pick<Rule, 'issued' | 'forPersons'>)
        }
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['documents'] })
          sayDone(t('saved'))
          onClose()
        }}
      />
    </Modal>
  )
}
