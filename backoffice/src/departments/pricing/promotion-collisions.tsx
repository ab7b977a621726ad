import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import type { RecordFormState } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { PlanCollisions } from '../work/calendar/plan-collisions.tsx'
import styles from './promotion.module.css'
import { checkPromotion, promotionCollisions, type PromotionCheck, type PromotionDraft } from './queries.ts'

const TYPING_MS = 500

/** Whose plans it would collide with if it were saved so, while it is put together; and room for why it is saved all the same. */
export function PromotionForesight({ form, draft, id }: ForesightProps) {
  const t = useTranslations('pricing.collisions')
  const [asked] = useDebouncedValue(JSON.stringify(checkOf(draft, id)), TYPING_MS)
  const { data } = useQuery({
    queryKey: ['pricing', 'check', asked, useLocale()],
    queryFn: ({ signal }) => checkPromotion(JSON.parse(asked) as PromotionCheck, signal),
    enabled: form.isChanged && isWhole(draft),
    retry: false,
    placeholderData: (before) => before,
  })
  const found = form.isChanged ? (data?.collisions ?? []) : []
  // The field stays where a refusal points to it.
  const isAsked = found.length > 0 || form.errorOf('nonetheless') !== undefined
  if (!isAsked) return null
  return (
    <div aria-live="polite">
      <Panel title={t('title')}>
        <div className={styles.foresight}>
          {found.length > 0 && <PlanCollisions collisions={found} />}
          <div data-field="nonetheless">
            <Textarea
              label={t('nonetheless')}
              description={t('nonethelessHint')}
              autosize
              minRows={2}
              maxLength={300}
              error={form.errorOf('nonetheless')}
              value={String(form.values['nonetheless'] ?? '')}
              onChange={(change) => form.set('nonetheless', change.currentTarget.value)}
            />
          </div>
        </div>
      </Panel>
    </div>
  )
}

interface ForesightProps {
  readonly form: RecordFormState
  readonly draft: PromotionDraft
  readonly id: string | undefined
}

/** What is given is chosen: before, nobody could save it. */
function isWhole({ terms: { action } }: PromotionDraft): boolean {
  if (action.kind === 'gift') return action.variant !== '' && typeof action.units === 'number'
  return action.kind !== 'order_tiers' || action.tiers.length > 0
}

function checkOf({ code, names, ...draft }: PromotionDraft, id: string | undefined): PromotionCheck {
  return { ...draft, code: code || '-', names, ...(id === undefined ? {} : { promotionId: id }) }
}

/** What it collides with as it was saved. */
export function PromotionCalendar({ id }: { readonly id: string }) {
  const t = useTranslations('pricing.collisions')
  const { data } = useQuery(promotionCollisions(id, useLocale()))
  if (!data) return null
  return (
    <Panel title={t('onCalendar')}>
      <div className={styles.foresight}>
        {data.planId === null ? <p>{t('notPlanned')}</p> : <PlanCollisions collisions={data.collisions} />}
        {data.planId !== null && <Link to={`/plans/${data.planId}`}>{t('plan')}</Link>}
      </div>
    </Panel>
  )
}
