import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import type { Field } from '../../ui/form/field.ts'
import { MarketRuleDialog } from '../../ui/form/market-rule-dialog.tsx'
import { numbering, putRule, type Rule } from './queries.ts'

const ISSUED = ['at_payment', 'at_shipment', 'by_hand'] as const
const PERSONS = ['invoice', 'simplified_invoice', 'receipt'] as const

// i18n-dynamic: documents.rules.issuedAt.*, documents.rules.persons.*

/** When a market's sales are documented, and with what; what was issued stays as it is. */
export function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useTranslations('documents.rules')
  const marketName = useMarketName()
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
  const latest = async () => {
    const { rules } = await client.fetchQuery({ ...numbering, staleTime: 0 })
    return rules.find(({ market }) => market === rule.market) ?? rule
  }
  return (
    <MarketRuleDialog
      words={{
        title: t('ofMarket', { market: marketName(rule.market) }),
        close: t('close'),
        save: t('save'),
        saved: t('saved'),
      }}
      fields={fields}
      rule={rule}
      draft={`document-rule/${rule.market}`}
      latest={latest}
      save={(values, version) =>
        putRule(rule.market, version, values as unknown as Pick<Rule, 'issued' | 'forPersons'>)
      }
      department="documents"
      onClose={onClose}
    />
  )
}
