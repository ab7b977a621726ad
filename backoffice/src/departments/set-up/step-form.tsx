import { Button, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { ActivationLinkDialog } from '../people/activation-link-dialog.tsx'
import { InviteDialog } from '../people/invite-dialog.tsx'
import { DeliveryForm } from '../settings/delivery-form.tsx'
import { EntityForm } from '../settings/entity-form.tsx'
import { LocationForm } from '../settings/location-form.tsx'
import { MarketForm } from '../settings/market-form.tsx'
import { deliveryMethodList } from '../settings/delivery-queries.ts'
import { entityList, locationList, marketList, setSetting, settingList, taxRateList } from '../settings/queries.ts'
import { TaxRateForm } from '../settings/tax-rate-form.tsx'
import { setUpGuide, type Step } from './queries.ts'
import styles from './set-up.module.css'

interface StepProps {
  readonly step: Step
  readonly onSaved: () => void
}

/** Each step's own form, the same as in the settings. */
export function StepForm({ step, onSaved }: StepProps) {
  switch (step.code) {
    case 'organisation':
      return <NameForm onSaved={onSaved} />
    case 'entity':
      return <EntityStep onSaved={onSaved} />
    case 'location':
      return <LocationStep onSaved={onSaved} />
    case 'market':
      return <MarketStep onSaved={onSaved} />
    case 'tax':
      return <TaxStep onSaved={onSaved} />
    case 'delivery':
      return <DeliveryStep onSaved={onSaved} />
    case 'product':
      return <ProductStep />
    case 'people':
      return <PeopleStep />
    default:
      return <LookAgain />
  }
}

type SavedProps = Pick<StepProps, 'onSaved'>

const SHOP_NAME = 'organisation.shop_name'

function NameForm({ onSaved }: SavedProps) {
  const t = useTranslations('set-up')
  const { data, error, refetch } = useQuery(settingList)
  const setting = data?.items.find(({ key }) => key === SHOP_NAME)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!setting) return <Skeleton height={96} />
  const fields: Field[] = [
    {
      kind: 'text',
      name: 'value',
      label: setting.label,
      hint: setting.hint,
      ...(setting.input.kind === 'text' ? { maxLength: setting.input.maxLength } : {}),
    },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={{ value: setting.value ?? '' }}
      version={setting.version}
      submit={t('save')}
      save={({ values, version = 0 }) => setSetting({ key: SHOP_NAME, version }, values.value)}
      reread={async () => {
        const again = (await refetch()).data?.items.find(({ key }) => key === SHOP_NAME) ?? setting
        return { values: { value: again.value ?? '' }, version: again.version }
      }}
      onSaved={onSaved}
    />
  )
}

function EntityStep({ onSaved }: SavedProps) {
  const { data, error, refetch } = useQuery(entityList)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={320} />
  const record = data.items.find(({ vatNumber }) => vatNumber === null) ?? data.items[0]
  return <EntityForm key={record?.code ?? 'new'} record={record} onSaved={onSaved} />
}

function LocationStep({ onSaved }: SavedProps) {
  const { data, error, refetch } = useQuery(locationList)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={160} />
  const [record] = data.items
  return <LocationForm key={record?.code ?? 'new'} record={record} onSaved={onSaved} />
}

function MarketStep({ onSaved }: SavedProps) {
  const { data, error, refetch } = useQuery(marketList)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={320} />
  const [record] = data.items
  return <MarketForm key={record?.code ?? 'new'} record={record} onSaved={onSaved} />
}

/** For the first country that is sold to and has no rate. */
function TaxStep({ onSaved }: SavedProps) {
  const markets = useQuery(marketList)
  const rates = useQuery(taxRateList)
  const error = markets.error ?? rates.error
  if (error) return <ErrorState error={error} />
  if (!markets.data || !rates.data) return <Skeleton height={240} />
  const known = new Set(rates.data.items.filter(({ category }) => category === 'standard').map((rate) => rate.country))
  const country = markets.data.items.flatMap(({ countries }) => countries).find((one) => !known.has(one))
  return <TaxRateForm key={country ?? 'all'} {...(country ? { country } : {})} onSaved={onSaved} />
}

function DeliveryStep({ onSaved }: SavedProps) {
  const { data, error, refetch } = useQuery(deliveryMethodList)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={320} />
  const [record] = data.items
  return <DeliveryForm key={record?.code ?? 'new'} record={record} onSaved={onSaved} />
}

function ProductStep() {
  const t = useTranslations('set-up')
  return (
    <div className={styles.choices}>
      <Button renderRoot={(props) => <Link to="/products/import" {...props} />}>{t('importProducts')}</Button>
      <Button variant="default" renderRoot={(props) => <Link to="/products" {...props} />}>
        {t('seeProducts')}
      </Button>
    </div>
  )
}

function PeopleStep() {
  const t = useTranslations('set-up')
  const client = useQueryClient()
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<string>()
  return (
    <div className={styles.choices}>
      <Button onClick={() => setInviting(true)}>{t('invite')}</Button>
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(path) => {
            setInviting(false)
            setLink(path)
            void client.invalidateQueries({ queryKey: setUpGuide.queryKey })
          }}
        />
      )}
      <ActivationLinkDialog path={link} onClose={() => setLink(undefined)} />
    </div>
  )
}

/** What is arranged on the server can only be looked at from here. */
function LookAgain() {
  const t = useTranslations('set-up')
  const { refetch, isFetching } = useQuery(setUpGuide)
  return (
    <div className={styles.choices}>
      <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
        {t('lookAgain')}
      </Button>
    </div>
  )
}
