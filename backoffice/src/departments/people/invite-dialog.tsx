import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { accessOf, isReady, OWN_ACCESS } from './access-draft.ts'
import { AccessFields } from './access-fields.tsx'
import { inviteStaff } from './queries.ts'
import { RoleChoice } from './role-choice.tsx'

interface InviteDialogProps {
  readonly onClose: () => void
  readonly onInvited: (activationPath: string) => void
}

const nobody = { name: '', email: '', jobTitle: '', roles: [] as string[] }

export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const t = useTranslations('people.invite')
  const client = useQueryClient()
  const [person, setPerson] = useState(nobody)
  const [draft, setDraft] = useState(OWN_ACCESS)
  const { act, error, isPending, dialog } = useProven(inviteStaff, async ({ activationPath }) => {
    await client.invalidateQueries({ queryKey: ['people'] })
    onInvited(activationPath)
  })
  const wrong = isProblem(error) ? error.fields : {}
  const { name, email, jobTitle, roles } = person
  return (
    <>
      <ConfirmDialog
        opened
        title={t('title')}
        confirm={t('submit')}
        busy={isPending}
        ready={name.trim() !== '' && email.trim() !== '' && roles.length > 0 && isReady(draft)}
        error={error}
        onConfirm={() =>
          act({
            name: name.trim(),
            email: email.trim(),
            jobTitle: jobTitle.trim() || null,
            roles,
            access: accessOf(draft),
          })
        }
        onClose={onClose}
      >
        <TextInput
          label={t('name')}
          autoComplete="off"
          data-autofocus
          error={wrong.name}
          value={name}
          onChange={(change) => setPerson({ ...person, name: change.currentTarget.value })}
        />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="off"
          error={wrong.email}
          value={email}
          onChange={(change) => setPerson({ ...person, email: change.currentTarget.value })}
        />
        <TextInput
          label={t('jobTitle')}
          autoComplete="off"
          value={jobTitle}
          onChange={(change) => setPerson({ ...person, jobTitle: change.currentTarget.value })}
        />
        <AccessFields draft={draft} wrong={wrong} onChange={setDraft} />
        <RoleChoice
          label={t('roles')}
          error={wrong.roles}
          value={roles}
          onChange={(chosen) => setPerson({ ...person, roles: chosen })}
        />
      </ConfirmDialog>
      {dialog}
    </>
  )
}
