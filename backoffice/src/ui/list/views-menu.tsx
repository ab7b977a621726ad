import { Button, Menu, NativeSelect, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { sayDone, sayRefused } from '../done.ts'
import type { ListState } from './use-list-state.ts'

type View = RowOf<Got<'/api/saved-views'>>

const savedViews = (screen: string) =>
  queryOptions({
    queryKey: ['saved-views', screen],
    queryFn: ({ signal }) => answer(api.GET('/api/saved-views', { params: { query: { screen } }, signal })),
  })

interface ViewsMenuProps {
  readonly screen: string
  readonly state: ListState
  readonly onOpen: (state: ListState) => void
  /** The roles that exist, for those who may read them; sharing is offered to nobody else. */
  readonly seesRoles: boolean
}

/** Filters, order and columns under a name: one's own, and those that colleagues share with a role. */
export function ViewsMenu({ screen, state, onOpen, seesRoles }: ViewsMenuProps) {
  const t = useTranslations('ui.list')
  const client = useQueryClient()
  const { data } = useQuery(savedViews(screen))
  const [naming, setNaming] = useState(false)
  const views = data?.items ?? []
  const current = views.find(({ id }) => id === state.view)
  const reread = () => client.invalidateQueries({ queryKey: ['saved-views', screen] })
  const { mutate: put } = useMutation({
    mutationFn: (view: View) => updateView(view, state),
    onSuccess: async (view) => {
      await reread()
      sayDone(t('viewSaved', { name: view.name }))
    },
    onError: (error) => sayRefused(error, t('viewFailed')),
  })
  const { mutate: remove } = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      onOpen({ ...state, view: undefined })
      await reread()
      sayDone(t('viewRemoved'))
    },
    onError: (error) => sayRefused(error, t('viewFailed')),
  })
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconBookmark size={16} aria-hidden />}>
            {current?.name ?? t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              aria-current={view.id === current?.id}
              onClick={() => onOpen(stateOf(view))}
              rightSection={!view.mine && <span className="dimmed">{view.owner}</span>}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setNaming(true)}>{t('saveView')}</Menu.Item>
          {current?.mine && (
            <Menu.Item onClick={() => put(current)}>{t('updateView', { name: current.name })}</Menu.Item>
          )}
          {current?.mine && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(current.id)}>
              {t('removeView', { name: current.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NewView
          screen={screen}
          state={state}
          seesRoles={seesRoles}
          onClose={() => setNaming(false)}
          onSaved={(view) => {
            setNaming(false)
            void reread()
            onOpen(stateOf(view))
            sayDone(t('viewSaved', { name: view.name }))
          }}
        />
      )}
    </>
  )
}

interface NewViewProps extends Pick<ViewsMenuProps, 'screen' | 'state' | 'seesRoles'> {
  readonly onClose: () => void
  readonly onSaved: (view: View) => void
}

function NewView({ screen, state, seesRoles, onClose, onSaved }: NewViewProps) {
  const t = useTranslations('ui.list')
  const locale = useLocale()
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const { data: roles } = useQuery({
    queryKey: ['people', 'roles'],
    queryFn: ({ signal }) => answer(api.GET('/api/roles', { signal })),
    enabled: seesRoles,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/saved-views', {
          body: { screen, name: name.trim(), query: queryOf(state), sharedWithRole: role || null },
        }),
      ),
    onSuccess: onSaved,
  })
  return (
    <ConfirmDialog
      opened
      title={t('saveView')}
      confirm={t('save')}
      busy={isPending}
      ready={name.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('viewName')}
        maxLength={80}
        data-autofocus
        value={name}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      {roles && (
        <NativeSelect
          label={t('shareWith')}
          value={role}
          onChange={(change) => setRole(change.currentTarget.value)}
          data={[
            { value: '', label: t('onlyMe') },
            ...roles.roles.map(({ code, names }) => ({ value: code, label: names[locale] ?? names.en ?? code })),
          ]}
        />
      )}
    </ConfirmDialog>
  )
}

function updateView({ id, version }: View, state: ListState) {
  return answer(
    api.PATCH('/api/saved-views/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: { query: queryOf(state) },
    }),
  )
}

function queryOf({ filters, search, sort, columns }: ListState): View['query'] {
  return { filters: [...filters], search: search ?? null, sort: sort ?? null, columns: columns ? [...columns] : null }
}

function stateOf({ id, query }: View): ListState {
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : undefined)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    filters: texts(query.filters) ?? [],
    search: text(query.search),
    sort: text(query.sort),
    columns: texts(query.columns),
    view: id,
  }
}
