import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'
import { issueCard, rules, type CardToIssue } from './queries.ts'

type Texts = Pick<CardToIssue, 'recipientEmail' | 'recipientName' | 'message' | 'reason'>
const NOTHING: Texts = { recipientEmail: '', recipientName: '', message: '', reason: '' }

/** Gives a card away: to whom, how much, and why. */
export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('gift-cards.issue')
  const marketName = useMarketName()
  const client = useQueryClient()
  const { data } = useQuery(rules)
  const [chosen, setChosen] = useState<string | null>(null)
  const [wanted, setLanguage] = useState<CardToIssue['language']>()
  const [amount, setAmount] = useState<Money | null | undefined>(null)
  const [texts, setTexts] = useState(NOTHING)
  const [key] = useState(() => crypto.randomUUID())
  const market = data?.items.find(({ market: code }) => code === chosen) ?? data?.items[0]
  // As the market speaks, whatever the language of who gives it away.
  const language = wanted ?? market?.language ?? 'en'
  const { mutate, error, isPending } = useMutation({
    mutationFn: (card: CardToIssue) => issueCard(card, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t('done', { recipient: texts.recipientEmail }))
      onClose()
    },
  })
  const text = (name: keyof Texts, maxLength: number) => ({
    label: t(name),
    maxLength,
    value: texts[name],
    onChange: (change: { currentTarget: { value: string } }) => {
      const { value } = change.currentTarget
      setTexts((now) => ({ ...now, [name]: value }))
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={
        Boolean(market && amount && amount.amount > 0) && texts.recipientEmail !== '' && texts.reason.trim() !== ''
      }
      error={error}
      onConfirm={() => market && amount && mutate({ market: market.market, language, ...texts, amount })}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <TextInput {...text('recipientEmail', 254)} type="email" data-autofocus />
      <TextInput {...text('recipientName', 100)} />
      <Select
        label={t('market')}
        allowDeselect={false}
        data={(data?.items ?? []).map(({ market: code, currency }) => ({
          value: code,
          label: `${marketName(code)} · ${currency}`,
        }))}
        value={market?.market ?? null}
        onChange={setChosen}
      />
      {market && (
        <MoneyField
          key={market.currency}
          label={t('amount')}
          currency={market.currency}
          initial={null}
          onChange={setAmount}
        />
      )}
      <Select
        label={t('language')}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(next) => setLanguage((next ?? 'en') as CardToIssue['language'])}
      />
      <Textarea {...text('message', 500)} autosize minRows={2} />
      <TextInput {...text('reason', 500)} description={t('reasonMeaning')} />
    </ConfirmDialog>
  )
}
