import { Button, Skeleton } from '@mantine/core'
import { IconBinaryTree, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { CatalogFrame } from './catalog-frame.tsx'
import { CategoryRows } from './category-rows.tsx'
import { foundRows, visibleRows } from './category-tree.ts'
import styles from './category.module.css'
import { NewCategory } from './new-category.tsx'
import { categories } from './queries.ts'
import { useCategoryMoves } from './use-category-moves.ts'

/** Everything that the shop is divided into: a tree that is opened, searched, and moved by mouse or keys. */
export default function CategoriesScreen() {
  const t = useTranslations('catalog.categories')
  const mayWrite = useCan()('catalog:write')
  const { data, error, refetch } = useQuery(categories)
  const [open, setOpen] = useState<ReadonlySet<string>>()
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState<{ readonly parentHandle: string | null; readonly parentName?: string }>()
  const { move, error: refused } = useCategoryMoves()
  const items = data?.items
  // What is small is shown whole at first; of a large tree only the top.
  const opened = open ?? new Set((items?.length ?? 0) <= MOST_OPEN ? items?.map(({ id }) => id) : [])
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <CatalogFrame
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding({ parentHandle: null })}>
            {t('add')}
          </Button>
        )
      }
    >
      <Panel title={t('title')} flush>
        <p className={styles.meaning}>{t('meaning')}</p>
        {refused ? (
          <div className={styles.refused}>
            <FormError error={refused} />
          </div>
        ) : null}
        {error && !items ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !items ? (
          <div className={styles.loading}>
            <Skeleton height={240} />
          </div>
        ) : items.length === 0 ? (
          <EmptyState icon={IconBinaryTree} title={t('none')}>
            {t('noneRemedy')}
          </EmptyState>
        ) : (
          <>
            <div className={styles.search}>
              <SearchField label={t('search')} value={words} onSearch={setWords} />
            </div>
            <CategoryRows
              items={items}
              rows={words === '' ? visibleRows(items, opened) : foundRows(items, words)}
              isSearch={words !== ''}
              mayWrite={mayWrite}
              onToggle={toggle}
              onMove={move}
              onAddBelow={(node) => {
                setOpen(new Set([...opened, node.id]))
                setAdding({ parentHandle: node.handle, parentName: node.name })
              }}
            />
          </>
        )}
      </Panel>
      {adding && <NewCategory {...adding} onClose={() => setAdding(undefined)} />}
    </CatalogFrame>
  )
}

const MOST_OPEN = 60
