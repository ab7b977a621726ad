import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './category.module.css'
import { changeCollection, collectionDetail, type Collection, type Pick } from './collection-queries.ts'
import { PickField, PickRows } from './pick-rows.tsx'

/** Chosen by hand, in their order: all of a collection without a rule, and what stands first in one with a rule. Saved at once. */
export function CollectionPicks({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('catalog.collection')
  const mayWrite = useCan()('catalog:write')
  const { picks, change, error } = usePicks(collection)
  return (
    <Panel title={t(collection.rule ? 'pinned' : 'chosen')}>
      <p className={styles.note}>{t(collection.rule ? 'pinnedMeaning' : 'chosenMeaning')}</p>
      <FormError error={error} />
      {picks.length > 0 && <PickRows picks={picks} mayWrite={mayWrite} onChange={change} />}
      {mayWrite && (
        <PickField
          label={t('addProduct')}
          count={picks.length}
          onFound={(pick) => picks.some(({ id }) => id === pick.id) || change([...picks, pick])}
        />
      )}
    </Panel>
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
