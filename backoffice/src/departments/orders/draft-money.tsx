import { Button, Switch, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { HINT_BELOW } from '../../ui/form/input-props.ts'
import { FormError } from '../../ui/form-error.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addDraftCard, payDraftWithCredit, removeDraftCard } from './draft-queries.ts'
import type { Draft } from './draft-wish.ts'
import styles from './edit-order.module.css'

/** What else it is paid with: gift cards whose codes the customer says, and the store credit that is theirs. */
export function DraftMoney({ draft }: { readonly draft: Draft }) {
  const t = useTranslations('orders.draft.money')
  const locale = useLocale()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const onSettled = () => client.invalidateQueries({ queryKey: ['orders', 'draft', draft.id] })
  const add = useMutation({
    mutationFn: () => addDraftCard(draft.id, code.trim()),
    onSuccess: () => setCode(''),
    onSettled,
  })
  const remove = useMutation({ mutationFn: (cardId: string) => removeDraftCard(draft.id, cardId), onSettled })
  const credit = useMutation({ mutationFn: (use: boolean) => payDraftWithCredit(draft.id, use), onSettled })
  const { cards, credit: own } = draft.paidBy
  return (
    <Panel title={t('title')}>
      <div className={styles.why}>
        {own && (
          <Switch
            label={t('credit', { available: formatMoney(own.available, locale) })}
            checked={own.used}
            disabled={credit.isPending}
            onChange={(event) => credit.mutate(event.currentTarget.checked)}
          />
        )}
        {cards.length > 0 && (
          <ul className={styles.differences}>
            {cards.map(({ id, last4, pays }) => (
              <li key={id}>
                <span>{t('card', { last4 })}</span>
                <MoneyText value={pays} />
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={t('removeOf', { last4 })}
                  loading={remove.isPending && remove.variables === id}
                  onClick={() => remove.mutate(id)}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            if (code.trim() !== '' && !add.isPending) add.mutate()
          }}
        >
          <TextInput
            className={styles.code}
            label={t('code')}
            inputWrapperOrder={HINT_BELOW}
            description={t('codeHint')}
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending} disabled={code.trim() === ''}>
            {t('add')}
          </Button>
        </form>
        <FormError error={add.error ?? remove.error ?? credit.error} />
      </div>
    </Panel>
  )
}
