import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { putRule, rules, type Rule } from './queries.ts'

/** How long new cards of a market are good for; those that were issued keep their last day. */
export function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useTranslations('gift-cards.rules')
  const client = useQueryClient()
  const fields: Field[] = [
    { kind: 'integer', name: 'validMonths', label: t('field'), hint: t('fieldHint'), minimum: 0, maximum: 600 },
  ]
  const reread = async () => {
    const { items } = await client.fetchQuery({ ...rules, staleTime: 0 })
    const latest = items.find(({ market }) => market === rule.market) ?? rule
    return loadedOf(fields, latest, latest.version)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeOf', { market: rule.market.toUpperCase() })}
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <RecordForm
        fields={fields}
        initial={rule}
        version={rule.version}
        draft={`gift-card-rule/${rule.market}`}
        reread={reread}
        submit={t('save')}
        onCancel={onClose}
        save={({ values, version }) => putRule(rule.market, version, Number(values['validMonths']))}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['gift-cards'] })
          sayDone(t('saved'))
          onClose()
        }}
      />
    </Modal>
  )
}
