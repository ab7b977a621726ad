import { Button, PasswordInput, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { OidcButtons } from './oidc-buttons.tsx'
import { goToProvider, offeredProviders } from './oidc-queries.ts'
import { ProofError } from './proof-error.tsx'
import { signInWithPasskey } from './proof-queries.ts'
import { signIn } from './session.ts'
import { useEntrance } from './use-entrance.tsx'

export default function SignInScreen() {
  const t = useTranslations('app.signIn')
  const proof = useTranslations('app.proof')
  const { next } = useSearch({ strict: false }) as { next?: string }
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { take, enter, step } = useEntrance(next ?? '/')
  const { mutate, error, isPending, reset } = useMutation({ mutationFn: signIn, onSuccess: take })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: enter })
  const { data: offered } = useQuery(offeredProviders)
  const byProvider = useMutation({ mutationFn: goToProvider })
  if (step) return step
  return (
    <Entrance title={t('title')} intro={t('intro')}>
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          byPasskey.reset()
          byProvider.reset()
          mutate({ email: email.trim(), password })
        }}
      >
        <ProofError error={error ?? byPasskey.error ?? byProvider.error} />
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
        <div className={styles.or}>{proof('or')}</div>
        <OidcButtons
          providers={offered?.items ?? []}
          going={byProvider.isPending || byProvider.isSuccess ? byProvider.variables.id : undefined}
          onChoose={(id) => {
            reset()
            byPasskey.reset()
            byProvider.mutate({ id, next: next ?? '/' })
          }}
        />
        <Button
          variant="default"
          size="md"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={byPasskey.isPending}
          fullWidth
          onClick={() => {
            reset()
            byProvider.reset()
            byPasskey.mutate()
          }}
        >
          {proof('usePasskey')}
        </Button>
        <p className="dimmed">{t('help')}</p>
      </form>
    </Entrance>
  )
}
