import { Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { inviteStaff, roleList } from './queries.ts'

interface InviteDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onInvited: (activationPath: string) => void
}

const nobody = { name: '', email: '', roles: [] as string[] }

export function InviteDialog({ opened, onClose, onInvited }: InviteDialogProps) {
  const t = useTranslations('people.invite')
  const locale = useLocale()
  const client = useQueryClient()
  const { data } = useQuery({ ...roleList, enabled: opened })
  const [person, setPerson] = useState(nobody)
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: inviteStaff,
    onSuccess: async ({ activationPath }) => {
      await client.invalidateQueries({ queryKey: ['people'] })
      setPerson(nobody)
      onInvited(activationPath)
    },
  })
  const wrong = isProblem(error) ? error.fields : {}
  const close = () => {
    reset()
    onClose()
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={person.name.trim() !== '' && person.email.trim() !== '' && person.roles.length > 0}
      error={error}
      onConfirm={() => mutate({ ...person, name: person.name.trim(), email: person.email.trim() })}
      onClose={close}
    >
      <TextInput
        label={t('name')}
        autoComplete="off"
        data-autofocus
        error={wrong.name}
        value={person.name}
        onChange={(change) => setPerson({ ...person, name: change.currentTarget.value })}
      />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="off"
        error={wrong.email}
        value={person.email}
        onChange={(change) => setPerson({ ...person, email: change.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('roles')}
        error={wrong.roles}
        value={person.roles}
        onChange={(roles) => setPerson({ ...person, roles })}
      >
        {data?.roles.map(({ code, names }) => (
          <Checkbox key={code} value={code} label={names[locale] ?? names.en} mt={8} />
        ))}
      </Checkbox.Group>
    </ConfirmDialog>
  )
}
