import { Modal, PasswordInput, Switch, TagsInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { OidcIssuerField } from './oidc-issuer-field.tsx'
import { OidcReturnAddress } from './oidc-return-address.tsx'
import { providerList, saveProvider, type Provider, type ProviderDraft } from './oidc-queries.ts'
import people from './people.module.css'
import { RoleChoice } from './role-choice.tsx'

const BLANK: ProviderDraft = {
  name: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  domains: [],
  createsPeople: false,
  roles: [],
  passwordsOff: false,
  addressesVerified: false,
  enabled: true,
}

interface OidcProviderDialogProps {
  /** Undefined: a new one. */
  readonly was?: Provider | undefined
  readonly returnUri: string
  readonly onClose: () => void
}

export function OidcProviderDialog({ was, returnUri, onClose }: OidcProviderDialogProps) {
  const t = useTranslations('people.providers')
  const ui = useTranslations('ui.dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={was ? t('changeTitle', { name: was.name }) : t('add')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      closeOnClickOutside={false}
      radius="lg"
    >
      <OidcReturnAddress value={returnUri} />
      <ProviderForm was={was} onDone={onClose} />
    </Modal>
  )
}

const startOf = ({ id: _id, version: _version, people: _people, ...terms }: Provider): ProviderDraft => ({
  ...terms,
  clientSecret: '',
})

function ProviderForm({ was, onDone }: { readonly was: Provider | undefined; readonly onDone: () => void }) {
  const t = useTranslations('people.providers')
  const client = useQueryClient()
  const [draft, setDraft] = useState(was ? startOf(was) : BLANK)
  const set = (part: Partial<ProviderDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { act, error, isPending, dialog } = useProven(saveProvider, () => {
    void client.invalidateQueries({ queryKey: providerList.queryKey })
    void client.invalidateQueries({ queryKey: ['offered-providers'] })
    sayDone(t('saved'))
    onDone()
  })
  const wrong = isProblem(error) ? error.fields : {}
  const ready =
    draft.name.trim() !== '' &&
    draft.issuer.trim() !== '' &&
    draft.clientId.trim() !== '' &&
    (was !== undefined || draft.clientSecret !== '') &&
    draft.domains.length > 0
  return (
    <>
      {dialog}
      <form
        className={people.stack}
        onSubmit={(submit) => {
          submit.preventDefault()
          if (ready) act({ draft: draft.createsPeople ? draft : { ...draft, roles: [] }, was })
        }}
      >
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          maxLength={60}
          data-autofocus
          error={wrong.name}
          value={draft.name}
          onChange={(change) => set({ name: change.currentTarget.value })}
        />
        <OidcIssuerField
          value={draft.issuer}
          fixed={was !== undefined}
          error={wrong.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <TextInput
          label={t('clientId')}
          maxLength={300}
          autoComplete="off"
          error={wrong.clientId}
          value={draft.clientId}
          onChange={(change) => set({ clientId: change.currentTarget.value })}
        />
        <PasswordInput
          label={t('secret')}
          description={t(was ? 'secretKept' : 'secretHint')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('showSecret') }}
          error={wrong.clientSecret}
          value={draft.clientSecret}
          onChange={(change) => set({ clientSecret: change.currentTarget.value })}
        />
        <TagsInput
          label={t('domains')}
          description={t('domainsHint')}
          acceptValueOnBlur
          error={wrong.domains}
          value={draft.domains}
          onChange={(domains) => set({ domains })}
        />
        <Switch
          label={t('creates')}
          description={t('createsHint')}
          checked={draft.createsPeople}
          onChange={(change) => set({ createsPeople: change.currentTarget.checked })}
        />
        {draft.createsPeople && (
          <RoleChoice label={t('roles')} error={wrong.roles} value={draft.roles} onChange={(roles) => set({ roles })} />
        )}
        <Switch
          label={t('passwordsOff')}
          description={t('passwordsOffHint')}
          checked={draft.passwordsOff}
          onChange={(change) => set({ passwordsOff: change.currentTarget.checked })}
        />
        <Switch
          label={t('verified')}
          description={t('verifiedHint')}
          error={wrong.addressesVerified}
          checked={draft.addressesVerified}
          onChange={(change) => set({ addressesVerified: change.currentTarget.checked })}
        />
        <Switch
          label={t('enabled')}
          checked={draft.enabled}
          onChange={(change) => set({ enabled: change.currentTarget.checked })}
        />
        <DialogFoot error={error} submit={t('save')} busy={isPending} ready={ready} onBack={onDone} />
      </form>
    </>
  )
}
