import { Modal, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useProof } from '../../app/session/use-proven.tsx'
import { sayDone } from '../../ui/done.ts'
import type { Field, Values } from '../../ui/form/field.ts'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { codesOf, setOf } from '../../ui/form/set-value.ts'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { accessOf, draftOf, isReady, type AccessDraft } from './access-draft.ts'
import { AccessFields } from './access-fields.tsx'
import { changeAccess, changeRoles, personDetail, type Person } from './queries.ts'
import { RoleChoice } from './role-choice.tsx'

interface PersonDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Part of a person in a form: read anew where somebody else changed the same person meanwhile. */
function usePersonForm({
  person,
  onClose,
  ...form
}: PersonDialogProps & {
  readonly fields: readonly Field[]
  readonly valuesOf: (person: Person) => Values
  readonly save: (values: Values, version: number) => Promise<unknown>
}) {
  const t = useTranslations('people')
  const locale = useLocale()
  const client = useQueryClient()
  const { fields, valuesOf, save } = form
  const { id } = person
  return useRecordForm({
    fields,
    initial: valuesOf(person),
    version: person.version,
    save: ({ values, version = person.version }) => save(values, version),
    nameOf: (path) => NAMES[path] ?? path,
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'people', type: 'staff', id }, locale)
      const latest = await client.fetchQuery({ ...personDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['people'] })
      onClose()
      sayDone(t('saved'))
    },
  })
}

/** What the house calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  beginsAt: 'begins',
  endsAt: 'ends',
  'access.companyId': 'companyId',
  'scope.market': 'markets',
  'scope.location': 'locations',
}

/** What one gives and another takes meanwhile are both done. */
export function RolesDialog({ person, onClose }: PersonDialogProps) {
  const t = useTranslations('people.rolesDialog')
  const ui = useTranslations('ui.dialog')
  const { proven, dialog } = useProof()
  const form = usePersonForm({
    person,
    onClose,
    fields: [
      { kind: 'own', name: 'roles', label: t('roles'), say: (value) => codesOf(value).join(', '), optional: true },
    ],
    valuesOf: ({ roles }) => ({ roles: setOf(roles) }),
    save: (values, version) => proven(() => changeRoles({ id: person.id, version }, codesOf(values['roles']))),
  })
  return (
    <>
      <Modal
        opened
        onClose={onClose}
        title={t('title', { name: person.name })}
        closeButtonProps={{ 'aria-label': ui('close') }}
        radius="lg"
      >
        <FormSheet form={form} submit={t('save')} onCancel={onClose}>
          <p>{t('meaning')}</p>
          <div data-field="roles">
            <RoleChoice
              label={t('roles')}
              error={form.errorOf('roles')}
              value={codesOf(form.values['roles'])}
              onChange={(codes) => form.set('roles', setOf(codes))}
            />
          </div>
        </FormSheet>
      </Modal>
      {dialog}
    </>
  )
}

/** Also the renewal: a later end asks for its reason. */
export function AccessDialog({ person, onClose }: PersonDialogProps) {
  const t = useTranslations('people.access')
  const ui = useTranslations('ui.dialog')
  const staysLonger = (draft: AccessDraft) => {
    const { endsAt } = accessOf(draft, person)
    return person.company !== null && person.endsAt !== null && (!endsAt || new Date(endsAt) > new Date(person.endsAt))
  }
  const form = usePersonForm({
    person,
    onClose,
    fields: useAccessFieldNames(),
    valuesOf: (one) => ({ ...draftOf(one), reason: '' }),
    save: (values, version) => {
      const draft = values as unknown as AccessDraft
      const reason = String(values['reason'] ?? '').trim()
      return changeAccess(
        { id: person.id, version },
        { ...accessOf(draft, person), ...(reason === '' ? {} : { reason }) },
      )
    },
  })
  const draft = form.values as unknown as AccessDraft
  const isLonger = staysLonger(draft)
  const wrong = Object.fromEntries(
    Object.entries({ ...NAMES, companyId: 'companyId', sponsorId: 'sponsorId' }).map(([theirs, ours]) => [
      theirs,
      form.errorOf(ours),
    ]),
  )
  const ready = isReady(draft) && (!isLonger || String(form.values['reason'] ?? '').trim() !== '')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { name: person.name })}
      closeButtonProps={{ 'aria-label': ui('close') }}
      radius="lg"
    >
      <FormSheet form={form} submit={t(isLonger ? 'renew' : 'save')} onCancel={onClose} ready={ready}>
        <AccessFields
          draft={draft}
          person={person}
          wrong={wrong}
          onChange={(next) => {
            for (const [name, value] of Object.entries(next)) form.set(name, value)
          }}
        />
        {isLonger && (
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            autosize
            minRows={2}
            maxLength={500}
            error={form.errorOf('reason')}
            value={String(form.values['reason'] ?? '')}
            onChange={(change) => form.set('reason', change.currentTarget.value)}
          />
        )}
      </FormSheet>
    </Modal>
  )
}

/** Fields of an access, for what two people changed at once; how far work reaches is one thing each, since nothing chosen is everything. */
function useAccessFieldNames(): Field[] {
  const t = useTranslations('people.access')
  const scopes = (value: unknown) => (Array.isArray(value) && value.length > 0 ? value.join(', ') : t('everything'))
  const own = (name: string, label: string, say: (value: unknown) => string): Field => ({
    kind: 'own',
    ...{ name, label, say },
    optional: true,
  })
  return [
    own('kind', t('kind'), (kind) => t(kind as 'own')),
    own('companyId', t('company'), String),
    own('sponsorId', t('sponsor'), String),
    { kind: 'date', name: 'begins', label: t('begins'), optional: true },
    { kind: 'date', name: 'ends', label: t('ends'), optional: true },
    own('markets', t('markets'), scopes),
    own('locations', t('locations'), scopes),
    { kind: 'text', name: 'reason', label: t('reason'), optional: true },
  ]
}
