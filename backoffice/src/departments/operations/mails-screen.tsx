import { IconMail } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { MAIL_TONES, type Mail } from './queries.ts'

// i18n-dynamic: operations.mails.states.*
const SHOWN = ['subject', 'recipient', 'createdAt', 'state']

export default function MailsScreen() {
  const t = useTranslations('operations.mails')
  const looks = useMemo<Looks<Mail>>(
    () => ({
      recipient: { place: 'line' },
      state: {
        width: '144px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={MAIL_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
    }),
    [t],
  )
  return (
    <ListScreen
      department="operations"
      path="/api/mails"
      title={t('title')}
      subtitle={t('intro')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={subjectOf}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconMail} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconMail} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: Mail) => id
const subjectOf = ({ subject }: Mail) => subject
const linkOf = ({ id }: Mail) => `/mails/${id}`
