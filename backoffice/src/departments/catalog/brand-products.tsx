import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { productsOfBrand } from './brand-queries.ts'
import styles from './category.module.css'
import { PickWords } from './pick-rows.tsx'

/** Products that say a brand, the last changed first; all of them stand in the list of products. */
export function BrandProducts({ name }: { readonly name: string }) {
  const t = useTranslations('catalog.brand')
  const { data } = useQuery(productsOfBrand(name))
  if (!data) return null
  const { items, count } = data
  return (
    <Panel title={t('ofBrand')} flush>
      {items.length === 0 ? (
        <p className={styles.meaning}>{t('noProducts')}</p>
      ) : (
        <>
          <ul className={styles.rows}>
            {items.map(({ id, name: called, categoryName, imageFileId, state }) => (
              <li key={id} className={`${styles.row} ${styles.flat}`}>
                <PickWords
                  pick={{ id, name: called, vendor: categoryName ?? '', imageFileId, published: state === 'published' }}
                />
              </li>
            ))}
          </ul>
          <p className={styles.all}>
            <Link to="/products" search={{ filter: [`vendor:is:${name}`] } as never}>
              {t('allProducts', { count })}
            </Link>
          </p>
        </>
      )}
    </Panel>
  )
}
