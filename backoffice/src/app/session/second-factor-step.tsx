import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeField } from './code-field.tsx'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { ProofError } from './proof-error.tsx'
import { showCode, signInWithPasskey } from './proof-queries.ts'

export type FirstFactor = 'password' | 'provider'

interface SecondFactorStepProps {
  readonly methods: readonly string[]
  /** What has been shown already. */
  readonly first: FirstFactor
  readonly onIn: () => Promise<void>
  readonly onStartOver: () => void
}

/** After the first factor: the code of the app, or a passkey. */
export function SecondFactorStep({ methods, first, onIn, onStartOver }: SecondFactorStepProps) {
  const t = useTranslations('app.proof')
  const provider = useTranslations('app.provider')
  const [code, setCode] = useState('')
  const byCode = useMutation({ mutationFn: showCode, onSuccess: onIn })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onIn })
  const hasApp = methods.includes('code')
  const intro =
    first === 'provider' ? provider(hasApp ? 'codeIntro' : 'passkeyIntro') : t(hasApp ? 'codeIntro' : 'passkeyIntro')
  return (
    <Entrance title={t('codeTitle')} intro={intro}>
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          byPasskey.reset()
          byCode.mutate(code)
        }}
      >
        <ProofError error={byCode.error ?? byPasskey.error} />
        {hasApp && (
          <>
            <CodeField value={code} onChange={setCode} error={byCode.error} recovery />
            <Button type="submit" size="md" loading={byCode.isPending} fullWidth>
              {t('signIn')}
            </Button>
          </>
        )}
        {methods.includes('passkey') && (
          <Button
            size="md"
            variant={hasApp ? 'default' : 'filled'}
            loading={byPasskey.isPending}
            leftSection={<IconFingerprint size={20} aria-hidden />}
            fullWidth
            onClick={() => {
              byCode.reset()
              byPasskey.mutate()
            }}
          >
            {t('usePasskey')}
          </Button>
        )}
        <Button variant="subtle" onClick={onStartOver}>
          {t('startOver')}
        </Button>
      </form>
    </Entrance>
  )
}
