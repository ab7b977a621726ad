import { Button, Modal, PasswordInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { CodeField } from './code-field.tsx'
import { ProofError } from './proof-error.tsx'
import { confirmIdentity, securityQuery, signInWithPasskey } from './proof-queries.ts'
import styles from './totp-set-up.module.css'

interface Proven<Input, Output> {
  readonly act: (input: Input) => void
  readonly error: unknown
  readonly isPending: boolean
  readonly reset: () => void
  /** Stands on the page: asks for the proof when the house wants one, and then does what was wanted. */
  readonly dialog: ReactNode
  readonly data: Output | undefined
}

/** For what changes who may come in: the house may ask for a fresh proof first, and then it is done all the same. */
export function useProven<Input, Output>(
  mutationFn: (input: Input) => Promise<Output>,
  onSuccess: (output: Output) => unknown,
): Proven<Input, Output> {
  const [waiting, setWaiting] = useState<{ readonly input: Input }>()
  const { mutate, error, isPending, reset, data } = useMutation({
    mutationFn,
    onSuccess,
    onError: (refused, input) => {
      if (isProblem(refused, 'people.confirm_first')) setWaiting({ input })
    },
  })
  const unproven = isProblem(error, 'people.confirm_first')
  return {
    act: mutate,
    error: unproven ? undefined : error,
    isPending,
    reset,
    data,
    dialog: (
      <ProofDialog
        opened={waiting !== undefined}
        onClose={() => {
          setWaiting(undefined)
          reset()
        }}
        onProved={() => {
          const again = waiting
          setWaiting(undefined)
          if (again) mutate(again.input)
        }}
      />
    ),
  }
}

/** The same for what waits on the answer itself, such as a form that merges: it goes on once the proof is there. */
export function useProof() {
  const [waiting, setWaiting] = useState<{ readonly go: () => void; readonly stop: () => void }>()
  const proven = async <Output,>(deed: () => Promise<Output>): Promise<Output> => {
    try {
      return await deed()
    } catch (refused) {
      if (!isProblem(refused, 'people.confirm_first')) throw refused
      await new Promise<void>((go, stop) => setWaiting({ go, stop: () => stop(refused) }))
      return deed()
    }
  }
  const close = (how: 'go' | 'stop') => {
    setWaiting(undefined)
    waiting?.[how]()
  }
  const dialog = (
    <ProofDialog opened={waiting !== undefined} onClose={() => close('stop')} onProved={() => close('go')} />
  )
  return { proven, dialog }
}

interface ProofDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onProved: () => void
}

function ProofDialog({ opened, onClose, onProved }: ProofDialogProps) {
  const t = useTranslations('app.proof')
  const ui = useTranslations('ui.dialog')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('againTitle')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      radius="lg"
    >
      <ProofForm onProved={onProved} />
    </Modal>
  )
}

function ProofForm({ onProved }: { readonly onProved: () => void }) {
  const t = useTranslations('app.proof')
  const client = useQueryClient()
  const { data } = useQuery(securityQuery)
  const [typed, setTyped] = useState('')
  const done = () => {
    void client.invalidateQueries({ queryKey: ['security'] })
    onProved()
  }
  const prove = useMutation({ mutationFn: confirmIdentity, onSuccess: done })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: done })
  const by = data?.confirmBy ?? []
  const wrong = isProblem(prove.error) ? prove.error.fields : {}
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        byPasskey.reset()
        prove.mutate(by.includes('code') ? { code: typed } : { password: typed })
      }}
    >
      <p>{t('againIntro')}</p>
      <ProofError error={prove.error ?? byPasskey.error} />
      {data && by.length === 0 && <p>{t('againNone')}</p>}
      {by.includes('code') && <CodeField value={typed} onChange={setTyped} error={prove.error} recovery />}
      {by.includes('password') && (
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          error={wrong.password}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={typed}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
      )}
      {by.some((one) => one !== 'passkey') && (
        <Button type="submit" loading={prove.isPending} fullWidth>
          {t('confirm')}
        </Button>
      )}
      {by.includes('passkey') && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={byPasskey.isPending}
          fullWidth
          onClick={() => {
            prove.reset()
            byPasskey.mutate()
          }}
        >
          {t('usePasskey')}
        </Button>
      )}
    </form>
  )
}
