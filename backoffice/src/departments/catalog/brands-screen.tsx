import { Button } from '@mantine/core'
import { IconPlus, IconTrademark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { brandList, createBrand } from './brand-queries.ts'
import { CatalogFrame } from './catalog-frame.tsx'
import styles from './category.module.css'
import { NewPage } from './new-page.tsx'
import { PageList } from './page-list.tsx'

/** Brands, and what products say that is none yet. */
export default function BrandsScreen() {
  const t = useTranslations('catalog.brand')
  const mayWrite = useCan()('catalog:write')
  const [adding, setAdding] = useState<string>()
  const list = useQuery(brandList)
  const unknown = list.data?.unknown ?? []
  const fields: Field[] = [{ kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 255 }]
  return (
    <CatalogFrame
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding('')}>
            {t('add')}
          </Button>
        )
      }
    >
      <PageList
        title={t('title')}
        meaning={t('meaning')}
        list={list}
        to="/products/brands/$id"
        icon={IconTrademark}
        none={t('none')}
        noneRemedy={t('noneRemedy')}
        noteOf={({ products }) => t('products', { count: products })}
        marks={({ hidden }) => hidden && <StateBadge tone="neutral">{t('hidden')}</StateBadge>}
      >
        {unknown.length > 0 && (
          <section className={styles.unknown} aria-labelledby="unknown-brands">
            <h3 id="unknown-brands" className={styles.side}>
              {t('unknown')}
            </h3>
            <ul className={styles.rows}>
              {unknown.map(({ name, products }) => (
                <li key={name} className={`${styles.row} ${styles.flat}`}>
                  <span className={styles.words}>
                    <span>{name}</span>
                    <span className={styles.note}>{t('products', { count: products })}</span>
                  </span>
                  {mayWrite && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('makeNamed', { name })}
                      onClick={() => setAdding(name)}
                    >
                      {t('make')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </PageList>
      {adding !== undefined && (
        <NewPage
          key={adding}
          title={t('add')}
          draft={`brand/new/${adding}`}
          fields={fields}
          initial={{ name: adding }}
          to="/products/brands/$id"
          create={(values) => {
            const name = String(values['name'])
            return createBrand({ name, handle: codeOf(name) })
          }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </CatalogFrame>
  )
}
