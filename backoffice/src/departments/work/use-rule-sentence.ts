import { useCallback } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { formatMoney } from '../../ui/format-money.ts'
import type { Acts, RuleBody } from './approval-queries.ts'

const MILLION = 1_000_000

type Sentence = Pick<RuleBody, 'act' | 'condition' | 'markets' | 'roles' | 'approvals'>

/** "Refund: amount above €500.00 needs one approval by Owner or Accountant." */
export function useRuleSentence(acts: Acts | undefined): (rule: Sentence) => string {
  const t = useTranslations('work.rules')
  const marketName = useMarketName()
  const locale = useLocale()
  const format = useFormatter()
  return useCallback(
    ({ act, condition, markets, roles, approvals }) => {
      const known = acts?.items.find((one) => one.act === act)
      const either = (list: readonly string[]) => format.list([...list], { type: 'disjunction' })
      const names = roles.map((role) => acts?.roles.find(({ value }) => value === role)?.label ?? role)
      const fact = condition.kind === 'always' ? undefined : known?.facts.find((one) => one.fact === condition.fact)
      const common = {
        act: known?.title ?? act,
        count: approvals,
        roles: names.length === 0 ? t('somebody') : either(names),
        fact: fact?.label ?? '',
      }
      const labelOf = (value: string) => fact?.choices.find((one) => one.value === value)?.label ?? value
      const sentence = () => {
        switch (condition.kind) {
          case 'always':
            return t('sentence.always', common)
          case 'above_amount':
            return t('sentence.above', {
              ...common,
              limit: either(condition.amounts.map((amount) => formatMoney(amount, locale))),
            })
          case 'above_percent':
            return t('sentence.above', {
              ...common,
              limit: format.number(condition.ppm / MILLION, { style: 'percent', maximumFractionDigits: 2 }),
            })
          case 'above_count':
            return t('sentence.above', { ...common, limit: format.number(condition.count) })
          case 'one_of':
            return t('sentence.oneOf', { ...common, values: either(condition.values.map(labelOf)) })
        }
      }
      const where = markets ? ` ${t('sentence.markets', { markets: either(markets.map(marketName)) })}` : ''
      return sentence() + where
    },
    [acts, t, locale, format, marketName],
  )
}
