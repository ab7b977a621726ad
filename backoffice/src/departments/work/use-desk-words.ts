import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { guardedActs, type RuleBody } from './approval-queries.ts'
import type { RecurrenceRule } from './recurrence-queries.ts'
import { useActTitle } from './use-approval-words.ts'
import { useRuleWords } from './use-recurrence-sentence.ts'

const MILLION = 1_000_000

/** What the trail keeps in codes of the kinds that have no page of their own, as their own screens say it. */
export function useDeskWords(type: string): (field: string, value: unknown) => unknown {
  const actTitle = useActTitle()
  const ruleWords = useRuleWords()
  const conditionWords = useConditionWords()
  const marketName = useMarketName()
  const { data } = useQuery({ ...guardedActs(useLocale()), enabled: type === 'approval_rule' })
  const roleName = (code: string) => data?.roles.find(({ value }) => value === code)?.label ?? code
  const says: Readonly<Record<string, (value: unknown) => unknown>> = {
    act: (value) => (typeof value === 'string' ? actTitle(value) : value),
    acts: (value) => eachOf(value, actTitle),
    markets: (value) => eachOf(value, marketName),
    roles: (value) => eachOf(value, roleName),
    condition: (value) => (value ? conditionWords(value as RuleBody['condition']) : value),
    rule: (value) => {
      const rule = typeof value === 'string' ? keptRule(value) : undefined
      return rule ? ruleWords(rule) : value
    },
  }
  return (field, value) => says[field]?.(value) ?? value
}

function useConditionWords(): (condition: RuleBody['condition']) => string {
  const t = useTranslations('work.rules')
  const locale = useLocale()
  const format = useFormatter()
  return (condition) => {
    const limit = (text: string) => `${t('limit')} · ${text}`
    switch (condition.kind) {
      case 'always':
        return t('always')
      case 'above_amount':
        return limit(condition.amounts.map((amount) => formatMoney(amount, locale)).join(' · '))
      case 'above_percent':
        return limit(format.number(condition.ppm / MILLION, { style: 'percent', maximumFractionDigits: 2 }))
      case 'above_count':
        return limit(format.number(condition.count))
      case 'one_of':
        return `${t('choices')} · ${condition.values.join(' · ')}`
    }
  }
}

function eachOf(value: unknown, say: (code: string) => string): unknown {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? say(one) : one)) : value
}

/** The trail keeps `week 1 4`, `month 15`, `day` and `last_working_day`. */
function keptRule(text: string): RecurrenceRule | undefined {
  const [every, ...days] = text.split(' ')
  if (every === 'week') return { every, weekdays: days.map(Number) }
  if (every === 'month') return { every, day: Number(days[0]) }
  return every === 'day' || every === 'last_working_day' ? { every } : undefined
}
