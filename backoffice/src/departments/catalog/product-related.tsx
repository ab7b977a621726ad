import { Button, Checkbox, Select, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import styles from './category.module.css'
import { PickField, PickRows, PickWords } from './pick-rows.tsx'
import {
  putRelated,
  RELATED_KINDS,
  relatedProducts,
  type Related,
  type RelatedKind,
  type RelatedView,
} from './related-queries.ts'

/** What goes with a product and what may be bought instead of it, by kind, in their order; saved as one change. */
export function ProductRelated({ productId }: { readonly productId: string }) {
  const t = useTranslations('catalog.related')
  const { data, error, refetch } = useQuery(relatedProducts(productId, useLocale()))
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('meaning')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={120} />}
      {data && <Relations key={JSON.stringify(data.relations)} productId={productId} view={data} />}
    </Panel>
  )
}

interface RelationsProps {
  readonly productId: string
  readonly view: RelatedView
}

// i18n-dynamic: catalog.related.kinds.*
// i18n-dynamic: catalog.related.kindHints.*
function Relations({ productId, view }: RelationsProps) {
  const t = useTranslations('catalog.related')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const [relations, setRelations] = useState<readonly Related[]>(view.relations)
  const isChanged = JSON.stringify(relations) !== JSON.stringify(view.relations)
  useUnsavedGuard(isChanged, t('leave'))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => putRelated(productId, view.version, relations),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const of = (kind: RelatedKind) => relations.filter((one) => one.kind === kind)
  const put = (kind: RelatedKind, ones: readonly Related[]) =>
    setRelations(RELATED_KINDS.flatMap((each) => (each === kind ? ones : of(each))))
  return (
    <>
      {relations.length === 0 && view.fromOthers.length === 0 && <p className={styles.note}>{t('empty')}</p>}
      {RELATED_KINDS.filter((kind) => of(kind).length > 0).map((kind) => (
        <section key={kind} className={styles.placed} aria-label={t(`kinds.${kind}`)}>
          <h3 className={styles.side}>{t(`kinds.${kind}`)}</h3>
          <PickRows
            picks={of(kind)}
            mayWrite={mayWrite}
            onChange={(ones) => put(kind, ones)}
            more={(one) => (
              <Checkbox
                label={t('bothWays')}
                aria-label={t('bothWaysOf', { name: one.name })}
                checked={one.bothWays}
                disabled={!mayWrite}
                onChange={({ currentTarget: { checked } }) =>
                  put(
                    kind,
                    of(kind).map((each) => (each === one ? { ...one, bothWays: checked } : each)),
                  )
                }
              />
            )}
          />
        </section>
      ))}
      {view.fromOthers.length > 0 && <FromOthers others={view.fromOthers} />}
      {mayWrite && <AddRelated onAdd={(one) => put(one.kind, withOne(of(one.kind), one))} count={relations.length} />}
      <FormError error={error} />
      {mayWrite && isChanged && (
        <div className={styles.buttons}>
          <Button loading={isPending} onClick={() => mutate()}>
            {t('save')}
          </Button>
        </div>
      )}
    </>
  )
}

const withOne = (ones: readonly Related[], one: Related) =>
  ones.some(({ id }) => id === one.id) ? ones : [...ones, one]

/** Said on the pages of other products, both ways: changed there. */
function FromOthers({ others }: { readonly others: readonly Related[] }) {
  const t = useTranslations('catalog.related')
  return (
    <section className={styles.placed} aria-label={t('fromOthers')}>
      <h3 className={styles.side}>{t('fromOthers')}</h3>
      <p className={styles.note}>{t('fromOthersMeaning')}</p>
      <ul className={styles.picks}>
        {others.map((one) => (
          <li key={`${one.kind} ${one.id}`} className={`${styles.row} ${styles.flat}`}>
            <PickWords pick={one} />
            <span className={styles.note}>{t(`kinds.${one.kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AddRelatedProps {
  readonly count: number
  readonly onAdd: (one: Related) => void
}

function AddRelated({ count, onAdd }: AddRelatedProps) {
  const t = useTranslations('catalog.related')
  const [kind, setKind] = useState<RelatedKind>('accessory')
  return (
    <div className={styles.rule}>
      <Select
        label={t('kind')}
        description={t(`kindHints.${kind}`)}
        data={RELATED_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value && setKind(value as RelatedKind)}
      />
      <PickField label={t('add')} count={count} onFound={(pick) => onAdd({ ...pick, kind, bothWays: false })} />
    </div>
  )
}
