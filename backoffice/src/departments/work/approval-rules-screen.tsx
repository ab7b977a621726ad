import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Definitions } from '../settings/definitions.tsx'
import { ApprovalRuleForm } from './approval-rule-form.tsx'
import { approvalRules, guardedActs, type ApprovalRule } from './approval-queries.ts'
import { useRuleSentence } from './use-rule-sentence.ts'

/** Rules of approval, each in one sentence. */
export default function ApprovalRulesScreen() {
  const t = useTranslations('work.rules')
  const { data: acts } = useQuery(guardedActs(useLocale()))
  const sentenceOf = useRuleSentence(acts)
  return (
    <Definitions<ApprovalRule>
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconShieldCheck}
      writePermission="work:rules"
      list={useQuery(approvalRules)}
      keyOf={({ id }) => id}
      recordType="approval_rule"
      show={(rule) => ({
        title: sentenceOf(rule),
        note: rule.note,
        ...(rule.endedAt ? { mark: <StateBadge tone="neutral">{t('ended')}</StateBadge> } : {}),
      })}
      Form={ApprovalRuleForm}
    />
  )
}
