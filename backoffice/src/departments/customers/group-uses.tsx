import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { deleteGroup, groupUses, type CustomerGroup } from './group-queries.ts'
import styles from './groups.module.css'

// i18n-dynamic: customers.groups.uses.price_list, customers.groups.uses.promotion
const PATHS = { price_list: '/price-lists', promotion: '/promotions' } as const

/** What asks for the group, and, where that is nothing any more, the way out. */
export function GroupUses({ group, name }: { readonly group: CustomerGroup; readonly name: string }) {
  const t = useTranslations('customers.groups.uses')
  const locale = useLocale()
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayWrite = useCan()('customers:write')
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch } = useQuery(groupUses(group.id, locale))
  const deleting = useMutation({
    mutationFn: () => deleteGroup(group),
    onSuccess: async () => {
      await navigate({ to: '/customer-groups' })
      client.removeQueries({ queryKey: ['customers', 'group', group.id] })
      void client.invalidateQueries({ queryKey: ['customers'] })
      sayDone(t('done', { name }))
    },
  })
  return (
    <Panel title={t('title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="dimmed">{t('none')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.members}>
          {data.items.map((use) => (
            <li key={use.id}>
              <Link to={`${PATHS[use.kind]}/${use.id}`}>{use.name}</Link>
              <span className={styles.note}>{t(use.kind)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && data?.items.length === 0 && (
        <Button
          mt={16}
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('delete')}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          opened
          danger
          title={t('ask', { name })}
          confirm={t('delete')}
          busy={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('meaning')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
