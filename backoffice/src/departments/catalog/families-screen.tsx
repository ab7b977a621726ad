import { IconBinaryTree } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { byCode, Definitions } from '../settings/definitions.tsx'
import { CatalogFrame } from './catalog-frame.tsx'
import { familyList } from './definition-queries.ts'
import { FamilyForm } from './family-form.tsx'
import { nameIn } from './name-in.ts'

const STALE = ['catalog']

export default function FamiliesScreen() {
  const t = useTranslations('catalog.family')
  const locale = useLocale()
  return (
    <Definitions
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconBinaryTree}
      writePermission="catalog:write"
      list={useQuery(familyList)}
      keyOf={byCode}
      Frame={CatalogFrame}
      stale={STALE}
      show={({ names, attributes }) => ({
        title: nameIn(names, locale),
        note: t('note', {
          count: attributes.length,
          required: attributes.filter(({ required }) => required).length,
        }),
      })}
      Form={FamilyForm}
    />
  )
}
