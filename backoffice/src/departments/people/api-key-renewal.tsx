import { Modal, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { LIVES, MadeKey } from './api-key-dialog.tsx'
import { renewApiKey, type ApiKey } from './api-key-queries.ts'
import people from './people.module.css'

const OVERLAPS = [0, 1, 7, 30] as const
const DAY_MS = 86_400_000

/** A new key beside the old one, which ends when the program has had time to change. */
export function ApiKeyRenewal({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const t = useTranslations('people.renewal')
  const keys = useTranslations('app.keys')
  const ui = useTranslations('ui.dialog')
  const client = useQueryClient()
  const [made, setMade] = useState<string>()
  const [wish, setWish] = useState({ days: 90, overlapDays: 7 })
  const { act, error, isPending, dialog } = useProven(renewApiKey, ({ key }) => {
    void client.invalidateQueries({ queryKey: ['people'] })
    setMade(key)
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? keys('shownOnce') : t('title', { name: apiKey.name })}
      closeButtonProps={{ 'aria-label': ui('close') }}
      closeOnClickOutside={made === undefined}
      radius="lg"
    >
      {dialog}
      {made ? (
        <MadeKey value={made} onDone={onClose} />
      ) : (
        <form
          className={people.stack}
          onSubmit={(submit) => {
            submit.preventDefault()
            const expiresAt = new Date(Date.now() + wish.days * DAY_MS).toISOString()
            act({ id: apiKey.id, expiresAt, overlapDays: wish.overlapDays })
          }}
        >
          <p>{t('meaning')}</p>
          <NativeSelect
            label={keys('ends')}
            data={LIVES.map((days) => ({ value: String(days), label: keys('days', { days }) }))}
            value={String(wish.days)}
            onChange={(change) => setWish({ ...wish, days: Number(change.currentTarget.value) })}
          />
          <NativeSelect
            label={t('oldEnds')}
            data={OVERLAPS.map((days) => ({ value: String(days), label: t('after', { days }) }))}
            value={String(wish.overlapDays)}
            onChange={(change) => setWish({ ...wish, overlapDays: Number(change.currentTarget.value) })}
          />
          <DialogFoot error={error} submit={t('renew')} busy={isPending} onBack={onClose} />
        </form>
      )}
    </Modal>
  )
}
