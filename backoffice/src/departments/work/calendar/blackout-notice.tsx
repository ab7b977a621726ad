import { IconBan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../../app/session/session.ts'
import { blackoutList } from './calendar-queries.ts'
import styles from './calendar.module.css'

/** Said before one tries: what one is about to do is refused at this moment, until when, and why. */
export function BlackoutNotice({ act }: { readonly act: string }) {
  const t = useTranslations('work.calendar.blackouts')
  const format = useFormatter()
  const { data } = useQuery({ ...blackoutList(useLocale()), enabled: useCan()('work:read') })
  const windows = data?.items.filter(({ inForce, acts }) => inForce && acts.some((one) => one.act === act)) ?? []
  return windows.map(({ id, reason, endsAt }) => (
    <output key={id} className={styles.frozen}>
      <IconBan size={18} aria-hidden />
      <span>
        {t('frozen', { reason, until: format.dateTime(new Date(endsAt), { dateStyle: 'medium', timeStyle: 'short' }) })}{' '}
        <Link to="/calendar/blackouts">{t('title')}</Link>
      </span>
    </output>
  ))
}
