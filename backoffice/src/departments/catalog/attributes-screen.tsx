import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { byCode, Definitions } from '../settings/definitions.tsx'
import { AttributeForm } from './attribute-form.tsx'
import { CatalogFrame } from './catalog-frame.tsx'
import { attributeList } from './definition-queries.ts'
import { nameIn } from './name-in.ts'

const STALE = ['catalog']

// i18n-dynamic: catalog.attribute.kinds.*, catalog.attribute.sections.*
export default function AttributesScreen() {
  const t = useTranslations('catalog.attribute')
  const locale = useLocale()
  return (
    <Definitions
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconListDetails}
      writePermission="catalog:write"
      list={useQuery(attributeList)}
      keyOf={byCode}
      Frame={CatalogFrame}
      stale={STALE}
      show={({ names, kind, unit, section, perVariant, filterable }) => ({
        title: nameIn(names, locale),
        note: [
          t(`sections.${section}`),
          t(`kinds.${kind}`),
          unit,
          perVariant && t('perVariant'),
          filterable && t('filterable'),
        ]
          .filter(Boolean)
          .join(' · '),
      })}
      Form={AttributeForm}
    />
  )
}
