import { Button, Skeleton, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeField } from './code-field.tsx'
import styles from './totp-set-up.module.css'
import { ProofError } from './proof-error.tsx'
import { confirmTotp, offerTotp } from './proof-queries.ts'
import { useProven } from './use-proven.tsx'

/** The picture for the app, and the first code that proves that the app has it. */
export function TotpSetUp({ onDone }: { readonly onDone: (recoveryCodes: readonly string[]) => void }) {
  const t = useTranslations('app.proof')
  const [code, setCode] = useState('')
  const offer = useProven(offerTotp, () => undefined)
  const { act } = offer
  useEffect(() => act(undefined), [act])
  const confirm = useMutation({
    mutationFn: confirmTotp,
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  return (
    <>
      {offer.dialog}
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          confirm.mutate(code)
        }}
      >
        <p>{t('scan')}</p>
        <ProofError error={offer.error ?? confirm.error} />
        {offer.data ? (
          <>
            <img
              className={styles.picture}
              src={`data:image/svg+xml,${encodeURIComponent(offer.data.qrSvg)}`}
              alt={t('picture')}
            />
            <TextInput
              label={t('typed')}
              readOnly
              value={offer.data.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              classNames={{ input: styles.secret ?? '' }}
              onFocus={(focus) => focus.currentTarget.select()}
            />
          </>
        ) : (
          <Skeleton className={styles.picture} height={208} width={208} />
        )}
        <CodeField value={code} onChange={setCode} error={confirm.error} />
        <Button type="submit" size="md" loading={confirm.isPending} disabled={!offer.data} fullWidth>
          {t('confirm')}
        </Button>
      </form>
    </>
  )
}
