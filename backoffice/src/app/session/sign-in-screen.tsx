import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { sessionQuery, signIn } from './session.ts'

export default function SignInScreen() {
  const t = useTranslations('app.signIn')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false }) as { next?: string }
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await navigate({ to: next ?? '/', replace: true })
    },
  })
  return (
    <Entrance title={t('title')} intro={t('intro')}>
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          mutate({ email: email.trim(), password })
        }}
      >
        <FormError error={error} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          value={email}
          onChange={(change) => setEmail(change.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={password}
          onChange={(change) => setPassword(change.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isPending} fullWidth>
          {t('submit')}
        </Button>
        <p className="dimmed">{t('help')}</p>
      </form>
    </Entrance>
  )
}
