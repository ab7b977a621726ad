import { IconBuildingFactory2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Definitions } from '../settings/definitions.tsx'
import { useCountryNames } from '../settings/places.ts'
import { CatalogFrame } from './catalog-frame.tsx'
import { contactList, type Contact } from './definition-queries.ts'
import { MakerForm } from './maker-form.tsx'

const STALE = ['catalog']
const byId = ({ id }: Contact) => id

/** Who made the products, and who answers for them in the Union. */
export default function MakersScreen() {
  const t = useTranslations('catalog.maker')
  const countryNames = useCountryNames()
  return (
    <Definitions
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconBuildingFactory2}
      writePermission="catalog:write"
      list={useQuery(contactList)}
      keyOf={byId}
      Frame={CatalogFrame}
      stale={STALE}
      show={({ name, city, country, email }) => ({
        title: name,
        note: [city, countryNames([country]), email].join(' · '),
      })}
      Form={MakerForm}
    />
  )
}
