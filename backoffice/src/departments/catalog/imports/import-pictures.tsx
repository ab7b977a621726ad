import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../ui/form-error.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { useCodeWords } from '../../../ui/use-code-words.ts'
import { fetchPicturesAgain, importPictures, SHOWN_ROWS, type ProductImport } from './import-queries.ts'
import styles from './imports.module.css'

// i18n-dynamic: catalog.import.pictures.reasons.*

/** Pictures that the file names by address: how far they are, which failed and why, and once more. */
export function ImportPictures({ record: { id, state, done } }: { readonly record: ProductImport }) {
  const t = useTranslations('catalog.import.pictures')
  const words = useTranslations('catalog.import')
  const say = useCodeWords()
  const client = useQueryClient()
  const pictures = importPictures(id, `${state} ${done}`)
  const { data } = useQuery(pictures)
  const again = useMutation({
    mutationFn: () => fetchPicturesAgain(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['catalog', 'import', id, 'pictures'] }),
  })
  if (!data || data.waiting + data.done + data.failed === 0) return null
  const count = data.waiting + data.done + data.failed
  const settled = count - data.waiting
  return (
    <Panel
      title={t('title')}
      flush
      aside={
        data.failed > 0 && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {t('again')}
          </Button>
        )
      }
    >
      <p className={styles.note} aria-live="polite">
        {data.waiting > 0 ? t('fetching', { done: data.done, total: count }) : t('done', { done: data.done })}
      </p>
      {data.waiting > 0 && <Progress value={(settled / count) * 100} aria-label={t('title')} />}
      <FormError error={again.error} />
      {data.failed > 0 && (
        <>
          <p className={styles.note}>{t('failed', { count: data.failed })}</p>
          <ScrollBox label={t('failed', { count: data.failed })}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words('rowHeader')}</th>
                  <th scope="col">{t('address')}</th>
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map(({ number, row, address, reason }) => (
                  <tr key={number}>
                    <th scope="row">{row}</th>
                    <td>{address}</td>
                    <td>{say('catalog.import.pictures.reasons', reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          {data.items.length === SHOWN_ROWS && <p className={styles.note}>{t('more')}</p>}
        </>
      )}
    </Panel>
  )
}
