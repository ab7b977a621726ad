import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { changePassword, type Security } from '../../app/session/proof-queries.ts'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './security.module.css'

const nothing = { currentPassword: '', newPassword: '' }

export function SecurityPassword({ security }: { readonly security: Security }) {
  const t = useTranslations('app.security')
  const proof = useTranslations('app.proof')
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState(nothing)
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      close()
      void client.invalidateQueries({ queryKey: ['security'] })
      sayDone(t('passwordChanged'))
    },
  })
  const close = () => {
    setOpened(false)
    setTyped(nothing)
    reset()
  }
  const wrong = isProblem(error) ? error.fields : {}
  const eye = { 'aria-label': proof('showPassword') }
  return (
    <Panel title={t('password')}>
      <p className={styles.words}>{t(security.password ? 'passwordSet' : 'passwordNone')}</p>
      {security.password && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('changePassword')}
        </Button>
      )}
      <ConfirmDialog
        opened={opened}
        title={t('changePassword')}
        confirm={t('changePassword')}
        busy={isPending}
        ready={typed.currentPassword !== '' && typed.newPassword !== ''}
        error={error}
        onConfirm={() => mutate(typed)}
        onClose={close}
      >
        <p>{t('changeMeaning')}</p>
        <PasswordInput
          label={t('current')}
          autoComplete="current-password"
          data-autofocus
          error={wrong.currentPassword}
          visibilityToggleButtonProps={eye}
          value={typed.currentPassword}
          onChange={(change) => setTyped({ ...typed, currentPassword: change.currentTarget.value })}
        />
        <PasswordInput
          label={t('next')}
          description={t('nextRule')}
          autoComplete="new-password"
          error={wrong.newPassword}
          visibilityToggleButtonProps={eye}
          value={typed.newPassword}
          onChange={(change) => setTyped({ ...typed, newPassword: change.currentTarget.value })}
        />
      </ConfirmDialog>
    </Panel>
  )
}
