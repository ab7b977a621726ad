import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'
import { createApiKey } from './api-key-queries.ts'
import { GrantMatrix } from './grant-matrix.tsx'
import people from './people.module.css'
import { ScopeFields } from './scope-fields.tsx'
import { scopeOf } from './scope-of.ts'
import styles from './security.module.css'

export const LIVES = [30, 90, 180, 365] as const
const DAY_MS = 86_400_000
const blank = { name: '', days: 90, permissions: [] as string[], markets: [] as string[], locations: [] as string[] }

/** A key is made, shown once, and gone from the screen. */
export function ApiKeyDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useTranslations('app.keys')
  const ui = useTranslations('ui.dialog')
  const [made, setMade] = useState<string>()
  const close = () => {
    setMade(undefined)
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={made ? 'md' : 'xl'}
      title={t(made ? 'shownOnce' : 'add')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      closeOnClickOutside={made === undefined}
      radius="lg"
    >
      {made ? <MadeKey value={made} onDone={close} /> : <KeyForm onMade={setMade} onBack={close} />}
    </Modal>
  )
}

function KeyForm({ onMade, onBack }: { readonly onMade: (key: string) => void; readonly onBack: () => void }) {
  const t = useTranslations('app.keys')
  const client = useQueryClient()
  const [wish, setWish] = useState(blank)
  const { act, error, isPending, dialog } = useProven(createApiKey, ({ key }) => {
    void client.invalidateQueries({ queryKey: ['people'] })
    onMade(key)
  })
  const wrong = isProblem(error) ? error.fields : {}
  const ready = wish.name.trim() !== '' && wish.permissions.length > 0
  return (
    <>
      {dialog}
      <form
        className={people.stack}
        onSubmit={(submit) => {
          submit.preventDefault()
          const expiresAt = new Date(Date.now() + wish.days * DAY_MS).toISOString()
          const scope = scopeOf(wish)
          const { permissions } = wish
          if (ready) act({ name: wish.name.trim(), permissions, expiresAt, ...(scope ? { scope } : {}) })
        }}
      >
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          maxLength={80}
          data-autofocus
          error={wrong.name}
          value={wish.name}
          onChange={(change) => setWish({ ...wish, name: change.currentTarget.value })}
        />
        <NativeSelect
          label={t('ends')}
          error={wrong.expiresAt}
          data={LIVES.map((days) => ({ value: String(days), label: t('days', { days }) }))}
          value={String(wish.days)}
          onChange={(change) => setWish({ ...wish, days: Number(change.currentTarget.value) })}
        />
        <ScopeFields
          chosen={wish}
          hint={t('scopeHint')}
          onChange={(chosen) => setWish((before) => ({ ...before, ...chosen }))}
        />
        <section aria-label={t('may')}>
          <h3 className={styles.heading}>{t('may')}</h3>
          <GrantMatrix value={wish.permissions} onChange={(permissions) => setWish({ ...wish, permissions })} />
        </section>
        <DialogFoot error={error} submit={t('create')} busy={isPending} ready={ready} onBack={onBack} />
      </form>
    </>
  )
}

/** Shown once: the house keeps only its hash. */
export function MadeKey({ value, onDone }: { readonly value: string; readonly onDone: () => void }) {
  const t = useTranslations('app.keys')
  const words = { meaning: t('shownMeaning'), label: t('key'), copy: t('copy'), copied: t('copied'), done: t('done') }
  return <ShownOnce value={value} words={words} onDone={onDone} />
}
