import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { Guarded } from '../frame/guarded.tsx'
import { useSession } from '../session/session.ts'
import { ActionSamples } from './action-samples.tsx'
import { ChartSamples } from './chart-samples.tsx'
import { DataSamples } from './data-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { RecordSamples } from './record-samples.tsx'
import { TextSamples } from './text-samples.tsx'
import styles from './gallery.module.css'

/** Every component of the design system in every state: looked at here, in both appearances, before it is used. */
export default function GalleryScreen() {
  const { organisation } = useSession()
  return organisation.demo ? (
    <Showroom />
  ) : (
    <Guarded permission="operations:read">
      <Showroom />
    </Guarded>
  )
}

function Showroom() {
  const t = useTranslations('app.gallery')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <div className={styles.room}>
        <TextSamples />
        <ActionSamples />
        <FormSamples />
        <RecordSamples />
        <DataSamples />
        <ChartSamples />
      </div>
    </>
  )
}
