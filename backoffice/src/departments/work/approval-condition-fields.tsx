import { MultiSelect, NumberInput, Select } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { MoneyField } from '../../ui/form/money-field.tsx'
import styles from './approval.module.css'
import type { Acts, Condition } from './approval-queries.ts'

type Fact = Acts['items'][number]['facts'][number]

interface ConditionFieldsProps {
  readonly facts: readonly Fact[]
  readonly currencies: readonly string[]
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}

const ALWAYS = 'always'
const PPM_OF_PERCENT = 10_000

/** When the rule holds: always, or above a limit of one fact, or for some of its choices. */
export function ConditionFields({ facts, currencies, condition, onChange }: ConditionFieldsProps) {
  const t = useTranslations('work.rules')
  const chosen = condition.kind === 'always' ? ALWAYS : condition.fact
  // Where a rule has a field of its own for markets, they are no condition beside it.
  const asked = facts.filter(({ kind }) => kind !== 'market')
  return (
    <>
      <Select
        label={t('when')}
        data={[
          { value: ALWAYS, label: t('always') },
          ...asked.map(({ fact, kind, label }) => ({
            value: fact,
            label: kind === 'choice' ? label : t('aboveFact', { fact: label }),
          })),
        ]}
        value={chosen}
        allowDeselect={false}
        onChange={(next) => onChange(conditionOf(facts.find(({ fact }) => fact === next)))}
      />
      <Limit condition={condition} currencies={currencies} facts={facts} onChange={onChange} />
    </>
  )
}

function Limit({ condition, currencies, facts, onChange }: ConditionFieldsProps) {
  const t = useTranslations('work.rules')
  switch (condition.kind) {
    case 'always':
      return null
    case 'above_amount':
      return (
        <fieldset className={styles.halves}>
          <legend>{t('limits')}</legend>
          {currencies.map((currency) => (
            <MoneyField
              key={currency}
              label={currency}
              currency={currency}
              initial={condition.amounts.find((one) => one.currency === currency) ?? null}
              onChange={(money) => {
                const others = condition.amounts.filter((one) => one.currency !== currency)
                onChange({ ...condition, amounts: money ? [...others, money] : others })
              }}
            />
          ))}
        </fieldset>
      )
    case 'above_percent':
      return (
        <NumberInput
          label={t('limit')}
          suffix=" %"
          min={0}
          decimalScale={2}
          value={condition.ppm / PPM_OF_PERCENT}
          onChange={(percent) => onChange({ ...condition, ppm: Math.round(Number(percent) * PPM_OF_PERCENT) })}
        />
      )
    case 'above_count':
      return (
        <NumberInput
          label={t('limit')}
          min={0}
          allowDecimal={false}
          value={condition.count}
          onChange={(count) => onChange({ ...condition, count: Number(count) })}
        />
      )
    case 'one_of':
      return (
        <MultiSelect
          label={t('choices')}
          data={facts.find(({ fact }) => fact === condition.fact)?.choices ?? []}
          value={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )
  }
}

function conditionOf(fact: Fact | undefined): Condition {
  switch (fact?.kind) {
    case 'money':
      return { kind: 'above_amount', fact: fact.fact, amounts: [] }
    case 'percent':
      return { kind: 'above_percent', fact: fact.fact, ppm: 15 * PPM_OF_PERCENT }
    case 'count':
      return { kind: 'above_count', fact: fact.fact, count: 0 }
    case 'choice':
    case 'market':
      return { kind: 'one_of', fact: fact.fact, values: [] }
    default:
      return { kind: 'always' }
  }
}
