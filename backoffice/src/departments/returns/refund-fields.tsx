import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import type { DecisionBody, Withdrawal } from './queries.ts'

type Refund = NonNullable<DecisionBody['refund']>
type Assessment = NonNullable<Withdrawal['assessment']>

/** What an acceptance leaves to give back: without the lines that it said have no such right. */
export function refundOf({ assessment, decisions }: Withdrawal): Refund | undefined {
  if (!assessment) return undefined
  const accepted = decisions.findLast(({ decision }) => decision === 'accepted')
  const exempt = new Set(accepted?.terms.exempt?.map(({ position }) => position))
  const goods = assessment.lines.reduce((all, line) => (exempt.has(line.position) ? all : all + line.total.amount), 0)
  return { goods, delivery: assessment.deliveryOwed.amount, valueLost: 0, lostWords: '' }
}

interface RefundFieldsProps {
  readonly assessment: Assessment
  readonly initial: Refund
  /** Undefined: not yet a refund that could be said. */
  readonly onChange: (refund: Refund | undefined) => void
}

const PARTS = ['goods', 'delivery', 'valueLost'] as const
type Typed = Readonly<Record<(typeof PARTS)[number], number | undefined>>

function said({ goods, delivery, valueLost }: Typed, lostWords: string): Refund | undefined {
  if (goods === undefined || delivery === undefined || valueLost === undefined) return undefined
  return valueLost === 0 || lostWords.trim() !== '' ? { goods, delivery, valueLost, lostWords } : undefined
}

// i18n-dynamic: returns.refund.*

/** What went back, and what was kept for value lost, with its reason; the buyer reads it as it is written here. */
export function RefundFields({ assessment, initial, onChange }: RefundFieldsProps) {
  const t = useTranslations('returns.refund')
  const { currency } = assessment.goods
  const [typed, setTyped] = useState<Typed>(initial)
  const [lostWords, setLostWords] = useState('')
  const money = (amount: number): Money => ({ amount, currency })
  const change = (next: Typed, words: string) => {
    setTyped(next)
    setLostWords(words)
    onChange(said(next, words))
  }
  return (
    <>
      {PARTS.map((part) => (
        <MoneyField
          key={part}
          name={part}
          label={t(part)}
          currency={currency}
          initial={money(initial[part])}
          onChange={(amount) => {
            const known = amount === undefined ? undefined : (amount?.amount ?? 0)
            change({ ...typed, [part]: known }, lostWords)
          }}
        />
      ))}
      {(typed.valueLost ?? 0) > 0 && (
        <Textarea
          label={t('lostWords')}
          maxLength={300}
          autosize
          minRows={2}
          value={lostWords}
          onChange={(event) => change(typed, event.currentTarget.value)}
        />
      )}
      <p>
        {t('total')}: <MoneyText value={money((typed.goods ?? 0) + (typed.delivery ?? 0) - (typed.valueLost ?? 0))} />
      </p>
    </>
  )
}
