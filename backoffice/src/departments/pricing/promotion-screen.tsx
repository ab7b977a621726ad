import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { PromotionCalendar } from './promotion-collisions.tsx'
import { PromotionCoupons } from './promotion-coupons.tsx'
import { PromotionForm } from './promotion-form.tsx'
import { PROMOTION_TONES, type PromotionState } from './promotion-state.tsx'
import { valuesOfTerms } from './promotion-values.ts'
import { promotionChoices, promotionDetail, type Promotion, type PromotionChoices, type Terms } from './queries.ts'
import { ResumeDialog } from './resume-dialog.tsx'
import { usePromotionSentence } from './use-promotion-sentence.ts'
import { RecordWork } from '../work/record-work.tsx'

const permission = 'pricing:promote'

/** One promotion, or a new one: what it gives, to whom, how often it was used, and its coupons. */
export default function PromotionScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id === undefined ? <NewPromotion /> : <KnownPromotion key={id} id={id} />
}

function useBack() {
  const t = useTranslations('pricing')
  return { to: '/promotions', label: t('title') }
}

function NewPromotion() {
  const t = useTranslations('pricing')
  const { data: choices, error, refetch } = useQuery(promotionChoices(useLocale()))
  return (
    <>
      <RecordHeader title={t('add')} back={useBack()} />
      {choices && <PromotionForm choices={choices} />}
      {!choices && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />)}
    </>
  )
}

// i18n-dynamic: pricing.states.*
function KnownPromotion({ id }: { readonly id: string }) {
  const t = useTranslations('pricing')
  const locale = useLocale()
  const mayPromote = useCan()(permission)
  const { data: promotion, error, refetch } = useQuery(promotionDetail(id))
  const { data: choices } = useQuery(promotionChoices(locale))
  const [open, setOpen] = useState<'pause' | 'resume'>()
  const back = useBack()
  const name = promotion && (promotion.names[locale] ?? promotion.names['en'] ?? promotion.code)
  useRecentRecord('promotion', `/promotions/${id}`, name)
  if (!promotion || !choices) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  const state = promotion.state as PromotionState
  const refusal = mayPromote ? undefined : t('needsPermission', { permission })
  const actions: RecordAction[] = [
    state === 'paused'
      ? { key: 'resume', label: t('resume'), refusal, onClick: () => setOpen('resume') }
      : { key: 'pause', label: t('pause'), refusal, danger: true, onClick: () => setOpen('pause') },
  ]
  return (
    <>
      <RecordHeader
        title={name ?? promotion.code}
        subtitle={
          promotion.pauseReason === null ? promotion.code : t('pausedBecause', { reason: promotion.pauseReason })
        }
        state={{ tone: PROMOTION_TONES[state], label: t(`states.${state}`) }}
        back={back}
        record={{ type: 'promotion', id }}
        actions={actions}
      />
      <RecordColumns
        main={<PromotionForm promotion={promotion} choices={choices} />}
        side={<PromotionSide promotion={promotion} choices={choices} />}
      />
      {open === 'pause' && <PauseDialog promotion={promotion} onClose={() => setOpen(undefined)} />}
      {open === 'resume' && <ResumeDialog id={id} onClose={() => setOpen(undefined)} />}
    </>
  )
}

interface PromotionSideProps {
  readonly promotion: Promotion
  readonly choices: PromotionChoices
}

function PromotionSide({ promotion, choices }: PromotionSideProps) {
  const t = useTranslations('pricing')
  const format = useFormatter()
  const mayPromote = useCan()(permission)
  const sentenceOf = usePromotionSentence(choices)
  const record = { department: 'pricing', type: 'promotion' as const, id: promotion.id }
  return (
    <>
      <Panel title={t('given.title')}>
        {promotion.given.length === 0 ? (
          <p>{t('given.none')}</p>
        ) : (
          <Facts
            items={promotion.given.flatMap(({ uses, amount }) => [
              [t('given.uses'), format.number(uses)],
              [t('given.amount', { currency: amount.currency }), <MoneyText key={amount.currency} value={amount} />],
            ])}
          />
        )}
      </Panel>
      <PromotionCalendar id={promotion.id} />
      {promotion.needsCoupon && mayPromote && <PromotionCoupons promotion={promotion} />}
      <RecordWork
        record={record}
        title={promotion.code}
        write={permission}
        say={(field, value) =>
          field === 'terms' && value ? sentenceOf(valuesOfTerms(value as Terms), 'terms') : value
        }
      />
    </>
  )
}
