import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import type { Field } from '../../ui/form/field.ts'
import { MarketRuleDialog } from '../../ui/form/market-rule-dialog.tsx'
import { putRule, rules, type Rule } from './queries.ts'

/** How long new cards of a market are good for; those that were issued keep their last day. */
export function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useTranslations('gift-cards.rules')
  const client = useQueryClient()
  const marketName = useMarketName()
  const fields: Field[] = [
    { kind: 'integer', name: 'validMonths', label: t('field'), hint: t('fieldHint'), minimum: 0, maximum: 600 },
  ]
  const latest = async () => {
    const { items } = await client.fetchQuery({ ...rules, staleTime: 0 })
    return items.find(({ market }) => market === rule.market) ?? rule
  }
  return (
    <MarketRuleDialog
      words={{
        title: t('changeOf', { market: marketName(rule.market) }),
        close: t('close'),
        save: t('save'),
        saved: t('saved'),
      }}
      fields={fields}
      rule={rule}
      draft={`gift-card-rule/${rule.market}`}
      latest={latest}
      save={(values, version) => putRule(rule.market, version, Number(values['validMonths']))}
      department="gift-cards"
      onClose={onClose}
    />
  )
}
