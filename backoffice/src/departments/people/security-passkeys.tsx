import { Button, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProofError } from '../../app/session/proof-error.tsx'
import { makePasskey, removePasskey, type Security } from '../../app/session/proof-queries.ts'
import { useProven } from '../../app/session/use-proven.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './security.module.css'

type Passkey = Security['passkeys'][number]

export function SecurityPasskeys({ security }: { readonly security: Security }) {
  const t = useTranslations('app.security')
  const client = useQueryClient()
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const [leaving, setLeaving] = useState<Passkey>()
  const reread = () => void client.invalidateQueries({ queryKey: ['security'] })
  const add = useProven(makePasskey, () => {
    reread()
    setName('')
    sayDone(t('passkeyAdded'))
  })
  const remove = useProven(removePasskey, () => {
    reread()
    sayDone(t('passkeyRemoved'))
  })
  return (
    <Panel title={t('passkeys')}>
      {security.passkeys.length === 0 && <p className={styles.words}>{t('passkeysNone')}</p>}
      <ProofError error={add.error ?? remove.error} />
      {security.passkeys.length > 0 && (
        <ul className={styles.list}>
          {security.passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.line}>
              <div>
                <div className={styles.name}>{passkey.name}</div>
                <PasskeyNote passkey={passkey} />
              </div>
              <Button
                variant="subtle"
                color="brick"
                aria-label={t('removeNamed', { name: passkey.name })}
                onClick={() => setLeaving(passkey)}
              >
                {t('removePasskey')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={add.isPending}
        onClick={() => setNaming(true)}
      >
        {t('addPasskey')}
      </Button>
      <ConfirmDialog
        opened={naming}
        title={t('addPasskey')}
        confirm={t('addPasskey')}
        busy={add.isPending}
        ready={name.trim() !== ''}
        onConfirm={() => {
          setNaming(false)
          add.act(name.trim())
        }}
        onClose={() => setNaming(false)}
      >
        <TextInput
          label={t('passkeyName')}
          description={t('passkeyNameHint')}
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(change) => setName(change.currentTarget.value)}
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('removePasskeyTitle', { name: leaving?.name ?? '' })}
        confirm={t('removePasskey')}
        danger
        busy={remove.isPending}
        onConfirm={() => {
          setLeaving(undefined)
          if (leaving) remove.act(leaving.id)
        }}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t('removePasskeyMeaning')}</p>
      </ConfirmDialog>
      {add.dialog}
      {remove.dialog}
    </Panel>
  )
}

function PasskeyNote({ passkey: { createdAt, lastUsedAt } }: { readonly passkey: Passkey }) {
  const t = useTranslations('app.security')
  return (
    <div className={styles.note}>
      {t.rich('added', { when: () => <DateText value={createdAt} form="date" /> })}
      {' · '}
      {lastUsedAt === null ? t('neverUsed') : t.rich('usedLast', { when: () => <DateText value={lastUsedAt} /> })}
    </div>
  )
}
