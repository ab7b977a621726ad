import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { RecordInput } from '../../ui/form/record-input.tsx'
import { movedTo } from '../../ui/form/moved-to.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './category.module.css'
import { changeCollection, collectionDetail, type Collection, type Pick } from './collection-queries.ts'
import { useDragOrder } from './use-drag-order.ts'

/** Chosen by hand, in their order: all of a collection without a rule, and what stands first in one with a rule. Saved at once. */
export function CollectionPicks({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('catalog.collection')
  const mayWrite = useCan()('catalog:write')
  const { picks, change, error } = usePicks(collection)
  const drag = useDragOrder((from, to) => change(movedTo(picks, from, to)))
  return (
    <Panel title={t(collection.rule ? 'pinned' : 'chosen')}>
      <p className={styles.note}>{t(collection.rule ? 'pinnedMeaning' : 'chosenMeaning')}</p>
      <FormError error={error} />
      {picks.length > 0 && (
        <ol className={styles.picks}>
          {picks.map((pick, at) => (
            <li key={pick.id} className={`${styles.row} ${styles.flat}`} {...(mayWrite ? drag(at) : {})}>
              <Thumbnail fileId={pick.imageFileId} />
              <span className={styles.words}>
                <Link className={styles.name} to="/products/$id" params={{ id: pick.id }}>
                  {pick.name}
                </Link>
                <span className={styles.note}>{pick.vendor}</span>
              </span>
              {!pick.published && (
                <span className={styles.marks}>
                  <StateBadge tone="neutral">{t('draft')}</StateBadge>
                </span>
              )}
              {mayWrite && (
                <span className={styles.hands}>
                  <Hand
                    label={t('up', { name: pick.name })}
                    disabled={at === 0}
                    onClick={() => change(movedTo(picks, at, at - 1))}
                  >
                    <IconArrowUp size={18} aria-hidden />
                  </Hand>
                  <Hand
                    label={t('down', { name: pick.name })}
                    disabled={at === picks.length - 1}
                    onClick={() => change(movedTo(picks, at, at + 1))}
                  >
                    <IconArrowDown size={18} aria-hidden />
                  </Hand>
                  <Hand
                    label={t('remove', { name: pick.name })}
                    onClick={() => change(picks.filter((one) => one !== pick))}
                  >
                    <IconX size={18} aria-hidden />
                  </Hand>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <RecordInput
          key={picks.length}
          field={{ kind: 'record', name: 'pick', label: t('addProduct'), kinds: ['product'], optional: true }}
          value={undefined}
          error={undefined}
          errorOf={() => undefined}
          language="en"
          onChange={(chosen) => {
            const { id, title } = (chosen ?? {}) as { readonly id?: string; readonly title?: string }
            if (!id || picks.some((one) => one.id === id)) return
            change([...picks, { id, name: title ?? '', vendor: '', imageFileId: null, published: true }])
          }}
        />
      )}
    </Panel>
  )
}

interface HandProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Hand({ label, disabled = false, onClick, children }: HandProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className="icon-button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}

/** One after another, each against the version that the one before made; what is refused is put back by what is then read. */
function usePicks({ id, picks }: Collection) {
  const client = useQueryClient()
  const { queryKey } = collectionDetail(id)
  const { mutate, error } = useMutation({
    mutationKey: ['catalog', 'picks', id],
    scope: { id: `picks/${id}` },
    mutationFn: (wanted: readonly Pick[]) => {
      const version = client.getQueryData<Collection>(queryKey)?.version ?? 0
      return changeCollection({ id, version }, { picks: wanted.map((one) => one.id) })
    },
    onSuccess: ({ version }) => client.setQueryData<Collection>(queryKey, (read) => read && { ...read, version }),
    onSettled: () =>
      client.isMutating({ mutationKey: ['catalog', 'picks', id] }) === 1 &&
      void client.invalidateQueries({ queryKey: ['catalog'] }),
  })
  const change = (wanted: readonly Pick[]) => {
    void client.cancelQueries({ queryKey })
    client.setQueryData<Collection>(queryKey, (read) => read && { ...read, picks: [...wanted] })
    mutate(wanted)
  }
  return { picks, change, error }
}
