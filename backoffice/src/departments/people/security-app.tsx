import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { removeTotp, renewCodes, type Security } from '../../app/session/proof-queries.ts'
import { RecoveryCodes } from '../../app/session/recovery-codes.tsx'
import { TotpSetUp } from '../../app/session/totp-set-up.tsx'
import { useProven } from '../../app/session/use-proven.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './security.module.css'

/** The codes of an authenticator app, and the recovery codes that stand in for it. */
export function SecurityApp({ security }: { readonly security: Security }) {
  const t = useTranslations('app.security')
  const { totp, recoveryCodes } = security
  const [asking, setAsking] = useState<'off' | 'codes'>()
  const [settingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>()
  const client = useQueryClient()
  const reread = () => void client.invalidateQueries({ queryKey: ['security'] })
  const off = useProven(removeTotp, () => {
    reread()
    sayDone(t('appTurnedOff'))
  })
  const renew = useProven(renewCodes, (made) => {
    reread()
    setCodes(made.recoveryCodes)
  })
  return (
    <Panel title={t('app')} aside={<AppState security={security} />}>
      <p className={styles.words}>{totp ? t('appOn', { count: recoveryCodes }) : t('appOff')}</p>
      <FormError error={off.error ?? renew.error} />
      <div className={styles.buttons}>
        {!totp && (
          <Button variant="default" onClick={() => setSettingUp(true)}>
            {t('setUp')}
          </Button>
        )}
        {totp && (
          <Button variant="default" loading={renew.isPending} onClick={() => setAsking('codes')}>
            {t('newCodes')}
          </Button>
        )}
        {totp && (
          <Button variant="subtle" color="brick" loading={off.isPending} onClick={() => setAsking('off')}>
            {t('turnOff')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={asking === 'off'}
        title={t('turnOffTitle')}
        confirm={t('turnOff')}
        danger
        busy={off.isPending}
        onConfirm={() => {
          setAsking(undefined)
          off.act(undefined)
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>{t('turnOffMeaning')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'codes'}
        title={t('newCodesTitle')}
        confirm={t('newCodes')}
        busy={renew.isPending}
        onConfirm={() => {
          setAsking(undefined)
          renew.act(undefined)
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>{t('newCodesMeaning')}</p>
      </ConfirmDialog>
      {off.dialog}
      {renew.dialog}
      <SetUpDialog
        opened={settingUp}
        onClose={() => setSettingUp(false)}
        onDone={(made) => {
          setSettingUp(false)
          reread()
          setCodes(made)
        }}
      />
      <CodesDialog codes={codes} onKept={() => setCodes(undefined)} />
    </Panel>
  )
}

function AppState({ security: { totp, secondFactorRequired } }: { readonly security: Security }) {
  const t = useTranslations('app.security')
  if (totp) return <StateBadge tone="good">{t('on')}</StateBadge>
  if (secondFactorRequired) return <StateBadge tone="waiting">{t('required')}</StateBadge>
  return <StateBadge tone="neutral">{t('off')}</StateBadge>
}

interface SetUpDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDone: (codes: readonly string[]) => void
}

function SetUpDialog({ opened, onClose, onDone }: SetUpDialogProps) {
  const t = useTranslations('app.security')
  const ui = useTranslations('ui.dialog')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('setUp')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      radius="lg"
    >
      <TotpSetUp onDone={onDone} />
    </Modal>
  )
}

function CodesDialog({
  codes,
  onKept,
}: {
  readonly codes: readonly string[] | undefined
  readonly onKept: () => void
}) {
  const t = useTranslations('app.proof')
  return (
    <Modal
      opened={codes !== undefined}
      onClose={onKept}
      title={t('codesTitle')}
      withCloseButton={false}
      closeOnClickOutside={false}
      radius="lg"
    >
      <RecoveryCodes codes={codes ?? []} onKept={onKept} />
    </Modal>
  )
}
