import { Loader, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { taxonomySearch, type TaxonomyName } from './category-queries.ts'
import styles from './category.module.css'

interface TaxonomySearchProps {
  readonly name: TaxonomyName
  readonly suggestFor: string
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

const PAUSE_MS = 200

/** Found by words in the reader's language, the best first; it begins with what the record's own name finds. */
export function TaxonomySearch({ name, suggestFor, chosen, onChoose }: TaxonomySearchProps) {
  const t = useTranslations('catalog.taxonomy')
  const [words, setWords] = useState(suggestFor)
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS)
  const { data, error, isFetching, refetch } = useQuery(taxonomySearch(name, asked))
  return (
    <div className={styles.buttons}>
      <TextInput
        className={styles.wide}
        type="search"
        label={t('search', { name: t(`names.${name}`) })}
        description={words === suggestFor ? t('suggested') : undefined}
        value={words}
        onChange={(change) => setWords(change.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={isFetching ? <Loader size={16} /> : undefined}
      />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data && data.items.length === 0 && <p className={styles.note}>{t('none')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.found} aria-label={t('found')}>
          {data.items.map(({ id, path, google }) => (
            <li key={id}>
              <button type="button" className={styles.choice} aria-current={id === chosen} onClick={() => onChoose(id)}>
                <span className={styles.path}>{path.at(-1)}</span>
                <span className={styles.note}>{path.slice(0, -1).join(' › ')}</span>
                {name === 'shopify' && google && (
                  <span className={styles.note}>{t('atGoogle', { path: google.path.join(' › ') })}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
