import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { RecurrenceBody, RecurrenceRule } from './recurrence-queries.ts'

type Sentence = Pick<RecurrenceBody, 'title' | 'rule' | 'dueTime'> & { readonly who: string }

/** "On the last working day of every month at 17:00: Month end close, for Accounting." */
export function useRecurrenceSentence(): (said: Sentence) => string {
  const t = useTranslations('work.recurring')
  const when = useRuleWords()
  return useCallback(
    ({ title, rule, dueTime, who }) =>
      t('sentence', { when: when(rule), time: dueTime || '…', title: title.trim() || '…', who: who || '…' }).replace(
        '….',
        '…',
      ),
    [t, when],
  )
}

/** "Every week on Monday and Thursday". */
export function useRuleWords(): (rule: RecurrenceRule) => string {
  const t = useTranslations('work.recurring.when')
  const format = useFormatter()
  const weekday = useWeekdays()
  return useCallback(
    (rule) => {
      switch (rule.every) {
        case 'day':
          return t('day')
        case 'week':
          return t('week', { days: rule.weekdays.length === 0 ? '…' : format.list(rule.weekdays.map(weekday)) })
        case 'month':
          return rule.day === 31 ? t('lastDay') : t('month', { day: rule.day })
        case 'last_working_day':
          return t('lastWorkingDay')
      }
    },
    [t, format, weekday],
  )
}

/** What a weekday is called: 1 is Monday. */
export function useWeekdays(): (weekday: number) => string {
  const format = useFormatter()
  return useCallback(
    (weekday) =>
      // 1 June 2026 is a Monday.
      format.dateTime(new Date(Date.UTC(2026, 5, weekday)), { weekday: 'long', timeZone: 'UTC' }),
    [format],
  )
}
