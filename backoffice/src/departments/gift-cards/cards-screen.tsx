import { Button } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { STANDING_TONES } from './card-state.ts'
import { IssueDialog } from './issue-dialog.tsx'
import type { CardRow } from './queries.ts'

// i18n-dynamic: gift-cards.states.*

const SHOWN = ['last4', 'standing', 'recipient', 'balance', 'initial', 'issuedAt', 'expiresOn']

/** Every card, the newest first; the codes are in nobody's list. */
export default function CardsScreen() {
  const t = useTranslations('gift-cards')
  const mayIssue = useCan()('gift-cards:issue')
  const [isIssuing, setIssuing] = useState(false)
  const looks = useMemo<Looks<CardRow>>(
    () => ({
      last4: { width: '144px', cell: (card) => <b>{titleOf(card)}</b> },
      standing: {
        width: '128px',
        place: 'lead-end',
        cell: ({ standing }) => <StateBadge tone={STANDING_TONES[standing]}>{t(`states.${standing}`)}</StateBadge>,
      },
      recipient: { width: '28%', place: 'line' },
      balance: { place: 'figure' },
      issuedAt: { width: '160px' },
      expiresOn: { width: '136px' },
    }),
    [t],
  )
  return (
    <>
      <RecordList
        department="gift-cards"
        path="/api/gift-cards"
        icon={IconGift}
        words={{
          title: t('title'),
          search: t('search'),
          empty: t('noneYet'),
          emptyRemedy: t('noneYetMeaning'),
          noneFound: t('noneFound'),
          noneFoundRemedy: t('noneFoundRemedy'),
        }}
        shown={SHOWN}
        looks={looks}
        rowTitle={titleOf}
        at="/gift-cards"
        actions={
          <>
            <Button variant="default" component={Link} to="/store-credit-debts">
              {t('credit.title')}
            </Button>
            <Button variant="default" component={Link} to="/gift-card-debts">
              {t('debts.title')}
            </Button>
            {mayIssue && (
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIssuing(true)}>
                {t('issue.open')}
              </Button>
            )}
          </>
        }
      />
      {isIssuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  )
}

const titleOf = ({ last4 }: CardRow) => `•••• ${last4 ?? '····'}`
