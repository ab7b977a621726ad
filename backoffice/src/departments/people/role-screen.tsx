import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { useProof } from '../../app/session/use-proven.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { codesOf, setOf } from '../../ui/form/set-value.ts'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { GrantedWords } from './granted-words.tsx'
import { GrantMatrix } from './grant-matrix.tsx'
import styles from './people.module.css'
import { changeRole, createRole, retireRole, roleDetail, type Role, type RoleDraft } from './queries.ts'
import { useRoleName } from './role-choice.tsx'
import { roleDraft, roleOf, roleValues } from './role-values.ts'
import { RecordWork } from '../work/record-work.tsx'

const NEW = 'new'
const BLANK: RoleDraft = { name: '', description: null, permissions: [] }

/** One role: what it may do and who holds it. `new` makes one, of nothing or as a copy (`?copy=picker`). */
export default function RoleScreen() {
  const { code = NEW } = useParams({ strict: false }) as { code?: string }
  const { copy } = useSearch({ strict: false }) as { copy?: string }
  return code === NEW ? <NewRole key={copy ?? NEW} copied={copy} /> : <KnownRole key={code} code={code} />
}

function useBack() {
  const t = useTranslations('people.roles')
  return { to: '/team/roles', label: t('title') }
}

function NewRole({ copied }: { readonly copied: string | undefined }) {
  const t = useTranslations('people.roles')
  const back = useBack()
  const nameOf = useRoleName()
  const { data: model } = useQuery({ ...roleDetail(copied ?? ''), enabled: copied !== undefined })
  const draft = model
    ? { ...BLANK, name: t('copyOf', { name: nameOf(model) }), permissions: [...model.permissions] }
    : BLANK
  return (
    <>
      <RecordHeader title={t('add')} back={back} />
      {copied !== undefined && !model ? <Skeleton height={360} radius="lg" /> : <RoleForm draft={draft} />}
    </>
  )
}

function KnownRole({ code }: { readonly code: string }) {
  const t = useTranslations('people.roles')
  const back = useBack()
  const nameOf = useRoleName()
  const navigate = useNavigate()
  const mayChange = useCan()('people:write')
  const { data: role, error, refetch } = useQuery(roleDetail(code))
  const [retiring, setRetiring] = useState(false)
  if (!role) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const actions: RecordAction[] = mayChange
    ? [
        {
          key: 'copy',
          label: t('copy'),
          onClick: () => void navigate({ to: '/team/roles/new', search: { copy: code } as never }),
        },
        {
          key: 'retire',
          label: t('retire'),
          danger: true,
          refusal: role.readyMade ? t('locked') : role.holders > 0 ? t('held', { count: role.holders }) : undefined,
          onClick: () => setRetiring(true),
        },
      ]
    : []
  return (
    <>
      <RecordHeader
        title={nameOf(role)}
        subtitle={role.readyMade ? t('locked') : role.description}
        back={back}
        record={{ type: 'role', id: code }}
        actions={actions}
      />
      <RecordColumns
        main={<RoleForm key={code} role={role} draft={roleDraft(role)} />}
        side={
          <>
            <Holders role={role} people={role.people} />
            <RecordWork
              record={{ department: 'people', type: 'role', id: code }}
              title={nameOf(role)}
              write="people:write"
            />
          </>
        }
      />
      {retiring && (
        <ReasonDialog
          danger
          title={t('retireTitle', { name: nameOf(role) })}
          meaning={t('retireMeaning')}
          confirm={t('retire')}
          done={t('retired')}
          department="people"
          act={(reason) => retireRole(code, reason)}
          onDone={() => void navigate({ to: '/team/roles' })}
          onClose={() => setRetiring(false)}
        />
      )}
    </>
  )
}

interface HoldersProps {
  readonly role: Role
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

function Holders({ role, people }: HoldersProps) {
  const t = useTranslations('people.roles')
  return (
    <Panel title={t('holders', { count: role.holders })}>
      {people.length === 0 && <p className="dimmed">{t('nobody')}</p>}
      <ul className={styles.list}>
        {people.map(({ id, name }) => (
          <li key={id} className={styles.line}>
            <Link to={`/team/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface RoleFormProps {
  readonly role?: Role
  readonly draft: RoleDraft
}

function RoleForm({ role, draft }: RoleFormProps) {
  const t = useTranslations('people.roles')
  const mayChange = useCan()('people:write')
  if (!mayChange || role?.readyMade === true) {
    return (
      <Panel title={t('mayDo')}>
        <GrantedWords permissions={draft.permissions} />
      </Panel>
    )
  }
  return <EditedRole {...(role ? { role } : {})} draft={draft} />
}

/** Rights that two people give and take at once are each given and taken. */
function EditedRole({ role, draft }: RoleFormProps) {
  const t = useTranslations('people.roles')
  const locale = useLocale()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { proven, dialog } = useProof()
  const made = useRef('')
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 80 },
    { kind: 'text', name: 'description', label: t('description'), maxLength: 300, optional: true },
    { kind: 'own', name: 'permissions', label: t('mayDo'), optional: true, say: (value) => codesOf(value).join(', ') },
  ]
  const reread = async (code: string) => {
    const changedBy = lastChanges(client, { department: 'people', type: 'role', id: code }, locale)
    const latest = await client.fetchQuery({ ...roleDetail(code), staleTime: 0 })
    return { ...loadedOf(fields, roleValues(roleDraft(latest)), latest.version), changedBy: await changedBy }
  }
  const form = useRecordForm({
    fields,
    initial: roleValues(draft),
    version: role?.version,
    nameOf: (path) => (path.startsWith('names') ? 'name' : path),
    save: async ({ values, version }) => {
      const body = roleOf(values)
      if (role) return proven(() => changeRole({ code: role.code, version: version ?? role.version }, body))
      made.current = (await proven(() => createRole(body))).code
      return undefined
    },
    ...(role ? { reread: () => reread(role.code) } : {}),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['people'] })
      sayDone(t('saved'))
      if (!role) void navigate({ to: `/team/roles/${made.current}` })
    },
  })
  return (
    <Panel title={t('mayDo')}>
      <FormSheet form={form} submit={t('save')} quiet={role !== undefined}>
        <div className={styles.form}>
          <FormField form={form} name="name" />
          <FormField form={form} name="description" />
        </div>
        <div data-field="permissions">
          <GrantMatrix
            value={codesOf(form.values['permissions'])}
            onChange={(permissions) => form.set('permissions', setOf(permissions))}
          />
        </div>
        {role && role.holders > 0 && <p className={styles.note}>{t('changesAll', { count: role.holders })}</p>}
      </FormSheet>
      {dialog}
    </Panel>
  )
}
