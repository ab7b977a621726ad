import { Button, PasswordInput } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { activate } from './session.ts'
import { useEntrance } from './use-entrance.tsx'

/** The token stands behind `#`, so that no server and no log ever sees it; it is taken out of the address at once. */
function takeToken(): string {
  const token = window.location.hash.slice(1).replace(/^token=/, '')
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}

export default function ActivationScreen() {
  const t = useTranslations('app.activation')
  const [token] = useState(takeToken)
  const [password, setPassword] = useState('')
  const { take, step } = useEntrance('/')
  const { mutate, error, isPending } = useMutation({ mutationFn: activate, onSuccess: take })
  if (step) return step
  if (!token) {
    return (
      <Entrance title={t('title')}>
        <Notice icon={IconLinkOff} title={t('noLink')}>
          {t('noLinkRemedy')}
        </Notice>
      </Entrance>
    )
  }
  const passwordError = isProblem(error) ? error.fields.password : undefined
  return (
    <Entrance title={t('title')} intro={t('intro')}>
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          mutate({ token, password })
        }}
      >
        <FormError error={error} />
        <PasswordInput
          label={t('password')}
          description={t('passwordRule')}
          error={passwordError}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={password}
          onChange={(change) => setPassword(change.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isPending} fullWidth>
          {t('submit')}
        </Button>
      </form>
    </Entrance>
  )
}
