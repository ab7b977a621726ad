import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { MissingParts } from './missing-parts.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import styles from './product-places.module.css'
import type { Product } from './queries.ts'
import {
  nameOfPlace,
  placesWith,
  productPlaces,
  putPlaces,
  type ProductPlace,
  type ProductPlaces,
} from './showing-queries.ts'

const TONES: Readonly<Record<ProductPlace['state'], Tone>> = {
  shown: 'good',
  planned: 'waiting',
  over: 'neutral',
  hidden: 'neutral',
}
const HUNDRED = 100
const permission = 'catalog:publish'

/** In which channels and markets the product is shown, from when until when, and whether it is complete enough for them. */
export function ProductPlacesPanel({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog.places')
  const { data, error, refetch } = useQuery(productPlaces(product.id))
  return (
    <Panel title={t('title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} />}
      {data && <Places key={data.version} product={product} view={data} />}
    </Panel>
  )
}

function Places({ product, view }: { readonly product: Product; readonly view: ProductPlaces }) {
  const t = useTranslations('catalog')
  const refusal = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const client = useQueryClient()
  const [asking, setAsking] = useState<ProductPlace>()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (elsewhere: boolean) =>
      putPlaces({
        ...view,
        id: product.id,
        elsewhere,
        places: placesWith(view, { channel: '', market: '' }, undefined),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('places.saved'))
    },
  })
  const channels = [...new Set(view.items.map(({ channel }) => channel))]
  const onlyChannel = channels.length === 1
  return (
    <>
      {!view.published && <p className={styles.note}>{t('places.draft')}</p>}
      {view.items.length === 0 && <p className={styles.note}>{t('places.none')}</p>}
      <ul className={styles.places}>
        {view.items.map((place) => (
          <PlaceLine
            key={`${place.channel} ${place.market}`}
            place={place}
            withChannel={!onlyChannel}
            missing={missingFor(view, place)}
            refusal={refusal}
            onChange={() => setAsking(place)}
          />
        ))}
      </ul>
      <div className={styles.elsewhere}>
        <p className={styles.note}>{t(view.elsewhere ? 'places.elsewhereShown' : 'places.elsewhereHidden')}</p>
        <ActionButton
          variant="default"
          size="compact-sm"
          loading={isPending}
          refusal={refusal}
          onClick={() => mutate(!view.elsewhere)}
        >
          {t(view.elsewhere ? 'places.hideElsewhere' : 'places.showElsewhere')}
        </ActionButton>
      </div>
      {error && <FormError error={error} />}
      {asking && (
        <PlaceDialog
          productId={product.id}
          view={view}
          place={asking}
          withChannel={!onlyChannel}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

/** What the channel asks for in the language of the market, and in every one. */
function missingFor({ channels }: ProductPlaces, { channel, language }: ProductPlace): Missing {
  const of = channels.find((one) => one.channel === channel)?.completeness.missing ?? []
  return of.filter((part) => part.language === null || part.language === language)
}

type Missing = ProductPlaces['channels'][number]['completeness']['missing']

interface PlaceLineProps {
  readonly place: ProductPlace
  readonly missing: Missing
  readonly withChannel: boolean
  readonly refusal: string | undefined
  readonly onChange: () => void
}

// i18n-dynamic: catalog.places.states.*
function PlaceLine({ place, missing, withChannel, refusal, onChange }: PlaceLineProps) {
  const t = useTranslations('catalog.places')
  const marketName = useMarketName()
  const format = useFormatter()
  const { state, begins, ends, percent, blocked, named } = place
  // By the market's own clock, as it was wished.
  const said = (wall: string) =>
    format.dateTime(new Date(`${wall}Z`), { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' })
  const name = nameOfPlace(place, withChannel, marketName)
  return (
    <li>
      <div className={styles.head}>
        <strong className={styles.name}>{name}</strong>
        <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>
      </div>
      <p className={styles.note}>
        {t('complete', { percent: format.number(percent / HUNDRED, { style: 'percent' }) })}
        {!named && ` · ${t('asElsewhere')}`}
      </p>
      {(begins || ends) && (
        <p className={styles.note}>
          {[begins && t('begins', { time: said(begins) }), ends && t('ends', { time: said(ends) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {blocked && (
        <>
          <p className={styles.blocked}>{t('blocked')}</p>
          <MissingParts missing={missing} />
        </>
      )}
      {refusal === undefined && (
        <Button variant="default" size="compact-sm" aria-label={t('changeOf', { place: name })} onClick={onChange}>
          {t('change')}
        </Button>
      )}
    </li>
  )
}
