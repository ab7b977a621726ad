import { Button, MultiSelect, NumberInput, Select, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import type { FormProps } from '../settings/form-props.ts'
import styles from './approval.module.css'
import { ConditionFields } from './approval-condition-fields.tsx'
import { endRule, guardedActs, saveRule, type Acts, type ApprovalRule, type RuleBody } from './approval-queries.ts'
import { useRuleSentence } from './use-rule-sentence.ts'

const MOST_APPROVALS = 5

/** A rule, said back as one sentence while it is put together. */
export function ApprovalRuleForm(props: FormProps<ApprovalRule>) {
  const { data: acts, error, refetch } = useQuery(guardedActs(useLocale()))
  if (acts) return <RuleFields {...props} acts={acts} />
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} />
}

function RuleFields({ record, onSaved, onCancel, acts }: FormProps<ApprovalRule> & { readonly acts: Acts }) {
  const t = useTranslations('work.rules')
  const sentenceOf = useRuleSentence(acts)
  const [rule, setRule] = useState<RuleBody>(() => bodyOf(record, acts))
  const [key] = useState(() => crypto.randomUUID())
  const set = (changes: Partial<RuleBody>) => setRule((now) => ({ ...now, ...changes }))
  const saving = useMutation({ mutationFn: () => saveRule(record, rule, key), onSuccess: onSaved })
  const ending = useMutation({ mutationFn: () => endRule(record?.id ?? ''), onSuccess: onSaved })
  const act = acts.items.find((one) => one.act === rule.act)
  const markets = act?.facts.find(({ kind }) => kind === 'market')?.choices ?? []
  const isOver = Boolean(record?.endedAt)
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        saving.mutate()
      }}
    >
      <p className={styles.sentence} aria-live="polite">
        {sentenceOf(rule)}
      </p>
      <Select
        label={t('act')}
        data={acts.items.map(({ act: value, title: label }) => ({ value, label }))}
        value={rule.act}
        allowDeselect={false}
        onChange={(next) => next && set({ act: next, condition: { kind: 'always' }, markets: null })}
      />
      <ConditionFields
        facts={act?.facts ?? []}
        currencies={acts.currencies}
        condition={rule.condition}
        onChange={(condition) => set({ condition })}
      />
      {markets.length > 0 && (
        <MultiSelect
          label={t('markets')}
          description={t('marketsMeaning')}
          data={markets}
          value={rule.markets ?? []}
          onChange={(next) => set({ markets: next.length > 0 ? next : null })}
        />
      )}
      <MultiSelect
        label={t('roles')}
        description={t('rolesMeaning')}
        data={acts.roles}
        value={rule.roles}
        onChange={(roles) => set({ roles })}
      />
      <NumberInput
        label={t('approvals')}
        description={t('approvalsMeaning')}
        min={1}
        max={MOST_APPROVALS}
        allowDecimal={false}
        clampBehavior="strict"
        value={rule.approvals}
        onChange={(count) => set({ approvals: typeof count === 'number' ? count : 1 })}
      />
      <TextInput
        label={t('note')}
        description={t('noteMeaning')}
        maxLength={300}
        value={rule.note}
        onChange={(change) => set({ note: change.currentTarget.value })}
      />
      <FormError error={saving.error ?? ending.error} />
      {!isOver && (
        <div className={styles.actions}>
          {record && (
            <Button
              variant="default"
              c="var(--mantine-color-error)"
              loading={ending.isPending}
              onClick={() => ending.mutate()}
            >
              {t('end')}
            </Button>
          )}
          <Button variant="default" onClick={onCancel}>
            {t('back')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={!isWhole(rule)}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  )
}

function isWhole({ roles, condition }: RuleBody): boolean {
  if (roles.length === 0) return false
  if (condition.kind === 'above_amount') return condition.amounts.length > 0
  return condition.kind !== 'one_of' || condition.values.length > 0
}

function bodyOf(record: ApprovalRule | undefined, acts: Acts): RuleBody {
  if (!record) {
    const act = acts.items.find((one) => one.act === 'payments.refund') ?? acts.items[0]
    return {
      act: act?.act ?? '',
      condition: { kind: 'always' },
      markets: null,
      roles: ['owner'],
      approvals: 1,
      activeFrom: null,
      activeTo: null,
      note: '',
    }
  }
  const { id: _id, version: _version, createdAt: _createdAt, endedAt: _endedAt, ...body } = record
  return body
}
