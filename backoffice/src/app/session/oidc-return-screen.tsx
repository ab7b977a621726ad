import { Button, Loader } from '@mantine/core'
import { IconClockOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { signInWithProvider } from './oidc-queries.ts'
import { ProofError } from './proof-error.tsx'
import { useEntrance } from './use-entrance.tsx'

/** Where a provider leads back to: hands on what it said, and goes in, on to the second factor, or says why not. */
export default function OidcReturn({ told }: { readonly told: string }) {
  const t = useTranslations('app.provider')
  const { take, step } = useEntrance('/', 'provider')
  const { mutate, error } = useMutation({ mutationFn: signInWithProvider, onSuccess: take })
  const handed = useRef(false)
  useEffect(() => {
    // An answer counts once.
    if (told === '' || handed.current) return
    handed.current = true
    mutate(told)
  }, [mutate, told])
  if (step) return step
  const failed = told === '' || error !== null
  return (
    <Entrance title={t(failed ? 'notIn' : 'goingIn')}>
      <div className={styles.form}>
        {!failed && <Loader aria-label={t('goingIn')} />}
        {told === '' && (
          <Notice icon={IconClockOff} title={t('noAnswer')}>
            {t('noAnswerRemedy')}
          </Notice>
        )}
        <ProofError error={error} />
        {failed && (
          <Button component={Link} to="/sign-in" size="md" fullWidth>
            {t('back')}
          </Button>
        )}
      </div>
    </Entrance>
  )
}
