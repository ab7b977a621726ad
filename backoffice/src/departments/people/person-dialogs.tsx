import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { AccessFields, accessOf, draftOf, isReady } from './access-fields.tsx'
import { changeAccess, changeRoles, type Person } from './queries.ts'
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
