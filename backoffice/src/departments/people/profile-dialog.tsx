import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { changeProfile, personDetail, type Person, type Profile } from './queries.ts'

interface ProfileDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Whoever changes another field of the same person meanwhile finds both changes kept. */
export function ProfileDialog({ person, onClose }: ProfileDialogProps) {
  const t = useTranslations('people')
  const locale = useLocale()
  const client = useQueryClient()
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('profile.name'), maxLength: 120 },
    { kind: 'text', name: 'jobTitle', label: t('profile.jobTitle'), maxLength: 120, optional: true },
    {
      kind: 'choice',
      name: 'locale',
      label: t('profile.language'),
      options: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    },
    {
      kind: 'choice',
      name: 'timeZone',
      label: t('profile.timeZone'),
      hint: t('profile.noZone'),
      optional: true,
      options: Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    },
  ]
  const { id } = person
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('profile.title')}
      closeButtonProps={{ 'aria-label': t('link.close') }}
      radius="lg"
    >
      <RecordForm
        fields={fields}
        initial={formOf(person)}
        version={person.version}
        draft={`staff/${id}`}
        save={({ values, version = person.version }) => changeProfile({ ...person, version }, profileOf(values))}
        reread={async () => {
          const changedBy = lastChanges(client, { department: 'people', type: 'staff', id }, locale)
          const latest = await client.fetchQuery({ ...personDetail(id), staleTime: 0 })
          return { ...loadedOf(fields, formOf(latest), latest.version), changedBy: await changedBy }
        }}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['people'] })
          sayDone(t('saved'))
          onClose()
        }}
        submit={t('profile.save')}
        onCancel={onClose}
      />
    </Modal>
  )
}

const formOf = ({ name, jobTitle, locale, timeZone }: Person) => ({
  name,
  jobTitle: jobTitle ?? '',
  locale,
  timeZone: timeZone ?? '',
})

const profileOf = (values: Values): Profile => ({
  name: String(values['name'] ?? ''),
  jobTitle: String(values['jobTitle'] ?? '') || null,
  locale: values['locale'] as Profile['locale'],
  timeZone: String(values['timeZone'] ?? '') || null,
})
