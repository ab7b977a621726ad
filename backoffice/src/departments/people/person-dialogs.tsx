import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { AccessFields, accessOf, draftOf, isReady } from './access-fields.tsx'
import { changeAccess, changeProfile, changeRoles, type Person, type Profile } from './queries.ts'
import { RoleChoice } from './role-choice.tsx'

interface PersonDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Runs a change, reads everything of the department anew, and says that it is done. */
function useChange<Input>(change: (input: Input) => Promise<unknown>, onClose: () => void) {
  const t = useTranslations('people')
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      onClose()
      sayDone(t('saved'))
    },
  })
}

export function ProfileDialog({ person, onClose }: PersonDialogProps) {
  const t = useTranslations('people.profile')
  const [profile, setProfile] = useState<Profile>({
    name: person.name,
    jobTitle: person.jobTitle,
    locale: person.locale as Profile['locale'],
    timeZone: person.timeZone,
  })
  const { mutate, error, isPending } = useChange((body: Profile) => changeProfile(person, body), onClose)
  const wrong = isProblem(error) ? error.fields : {}
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('save')}
      busy={isPending}
      ready={profile.name.trim() !== ''}
      error={error}
      onConfirm={() => mutate(profile)}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        data-autofocus
        error={wrong.name}
        value={profile.name}
        onChange={(change) => setProfile({ ...profile, name: change.currentTarget.value })}
      />
      <TextInput
        label={t('jobTitle')}
        value={profile.jobTitle ?? ''}
        onChange={(change) => setProfile({ ...profile, jobTitle: change.currentTarget.value || null })}
      />
      <NativeSelect
        label={t('language')}
        value={profile.locale}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(change) => setProfile({ ...profile, locale: change.currentTarget.value as Profile['locale'] })}
      />
      <NativeSelect
        label={t('timeZone')}
        error={wrong.timeZone}
        value={profile.timeZone ?? ''}
        data={[
          { value: '', label: t('houseZone') },
          ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        ]}
        onChange={(change) => setProfile({ ...profile, timeZone: change.currentTarget.value || null })}
      />
    </ConfirmDialog>
  )
}

export function RolesDialog({ person, onClose }: PersonDialogProps) {
  const t = useTranslations('people.rolesDialog')
  const [roles, setRoles] = useState<string[]>(person.roles)
  const client = useQueryClient()
  const saved = useTranslations('people')
  const { act, error, isPending, dialog } = useProven(
    (codes: string[]) => changeRoles(person, codes),
    async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      onClose()
      sayDone(saved('saved'))
    },
  )
  return (
    <>
      <ConfirmDialog
        opened
        title={t('title', { name: person.name })}
        confirm={t('save')}
        busy={isPending}
        error={error}
        onConfirm={() => act(roles)}
        onClose={onClose}
      >
        <p>{t('meaning')}</p>
        <RoleChoice label={t('roles')} value={roles} onChange={setRoles} />
      </ConfirmDialog>
      {dialog}
    </>
  )
}

/** Also the renewal: a later end asks for its reason. */
export function AccessDialog({ person, onClose }: PersonDialogProps) {
  const t = useTranslations('people.access')
  const [draft, setDraft] = useState(() => draftOf(person))
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useChange(
    () =>
      changeAccess(person, { ...accessOf(draft, person), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }),
    onClose,
  )
  const wrong = isProblem(error) ? error.fields : {}
  const { endsAt } = accessOf(draft, person)
  const staysLonger =
    person.company !== null && person.endsAt !== null && (!endsAt || new Date(endsAt) > new Date(person.endsAt))
  return (
    <ConfirmDialog
      opened
      title={t('title', { name: person.name })}
      confirm={t(staysLonger ? 'renew' : 'save')}
      busy={isPending}
      ready={isReady(draft) && (!staysLonger || reason.trim() !== '')}
      error={error}
      onConfirm={() => mutate(undefined)}
      onClose={onClose}
    >
      <AccessFields draft={draft} person={person} wrong={wrong} onChange={setDraft} />
      {staysLonger && (
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          error={wrong.reason}
          value={reason}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
