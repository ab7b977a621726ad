import { Button, Skeleton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { useProven } from '../../app/session/use-proven.tsx'
import { isProblem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { GrantedWords } from './granted-words.tsx'
import { GrantMatrix } from './grant-matrix.tsx'
import styles from './people.module.css'
import { changeRole, createRole, retireRole, roleDetail, type Role, type RoleDraft } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useRoleName } from './role-choice.tsx'
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
        main={
          <RoleForm
            key={role.version}
            role={role}
            draft={{ name: role.names.en, description: role.description, permissions: role.permissions }}
          />
        }
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
          title={t('retireTitle', { name: nameOf(role) })}
          meaning={t('retireMeaning')}
          confirm={t('retire')}
          done={t('retired')}
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

function RoleForm({ role, draft }: { readonly role?: Role; readonly draft: RoleDraft }) {
  const t = useTranslations('people.roles')
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayChange = useCan()('people:write')
  const locked = !mayChange || role?.readyMade === true
  const [edited, setEdited] = useState(draft)
  const { act, error, isPending, dialog } = useProven(
    async (wish: RoleDraft) => {
      const body = { ...wish, name: wish.name.trim(), description: wish.description?.trim() || null }
      return role ? changeRole(role, body).then(() => role.code) : (await createRole(body)).code
    },
    async (code) => {
      await client.invalidateQueries({ queryKey: ['people'] })
      sayDone(t('saved'))
      if (!role) void navigate({ to: `/team/roles/${code}` })
    },
  )
  const wrong = isProblem(error) ? error.fields : {}
  const isSame = role !== undefined && JSON.stringify(edited) === JSON.stringify(draft)
  if (locked) {
    return (
      <Panel title={t('mayDo')}>
        <GrantedWords permissions={edited.permissions} />
      </Panel>
    )
  }
  return (
    <Panel title={t('mayDo')}>
      <form
        className={styles.stack}
        onSubmit={(submit) => {
          submit.preventDefault()
          act(edited)
        }}
      >
        <div className={styles.form}>
          <TextInput
            label={t('name')}
            error={wrong.name}
            value={edited.name}
            maxLength={80}
            onChange={(change) => setEdited({ ...edited, name: change.currentTarget.value })}
          />
          <TextInput
            label={t('description')}
            value={edited.description ?? ''}
            maxLength={300}
            onChange={(change) => setEdited({ ...edited, description: change.currentTarget.value || null })}
          />
        </div>
        <GrantMatrix value={edited.permissions} onChange={(permissions) => setEdited({ ...edited, permissions })} />
        {role && role.holders > 0 && <p className={styles.note}>{t('changesAll', { count: role.holders })}</p>}
        <FormError error={error} />
        <div className={styles.buttons}>
          <Button type="submit" loading={isPending} disabled={edited.name.trim() === '' || isSame}>
            {t('save')}
          </Button>
        </div>
      </form>
      {dialog}
    </Panel>
  )
}
