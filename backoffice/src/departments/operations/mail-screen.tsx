import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useMarketName } from '../../app/market-names.ts'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MailFrame } from '../../ui/mail-frame.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import styles from './mail-screen.module.css'
import { MAIL_TONES, mailDetail, type Made } from './queries.ts'
import { ResendDialog } from './resend-dialog.tsx'
import { RecordWork } from '../work/record-work.tsx'

/** As the server writes what it leaves out of an address. */
const MASKED = /[/#=]•••/

/** A mail as its reader gets it. Its HTML stands in a frame without scripts, forms or an origin of its own. */
export default function MailScreen() {
  const t = useTranslations('operations.mails')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: mail, error, refetch } = useQuery(mailDetail(id))
  useRecentRecord('mail', `/mails/${id}`, mail?.subject)
  const [form, setForm] = useState('text')
  const [isResending, setResending] = useState(false)
  const mayResend = useCan()('operations:replay')
  const marketName = useMarketName()
  const back = { to: '/mails', label: t('title') }
  const wordsOf = ({ locale, market, version }: Made) => {
    const place = [isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale, market ? marketName(market) : '']
      .filter(Boolean)
      .join(' · ')
    return version === null ? t('readyMade', { place }) : t('ownVersion', { place, number: version })
  }
  if (error && !mail) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  return (
    <>
      <RecordHeader
        title={mail?.subject ?? t('one')}
        back={back}
        actions={
          mail && mayResend ? [{ key: 'resend', label: t('again.open'), onClick: () => setResending(true) }] : []
        }
        {...(mail
          ? {
              state: {
                tone: MAIL_TONES[mail.state],
                label: t(`states.${mail.state}`),
              },
            }
          : {})}
      />
      <RecordColumns
        main={
          <Panel
            title={t('content')}
            aside={
              <SegmentedControl
                size="xs"
                aria-label={t('form.label')}
                value={form}
                onChange={setForm}
                data={[
                  { value: 'text', label: t('form.text') },
                  { value: 'html', label: t('form.html') },
                ]}
              />
            }
          >
            {!mail && <Skeleton height={240} />}
            {mail && form === 'text' && <pre className={styles.text}>{mail.text}</pre>}
            {mail && form === 'html' && <MailFrame className={styles.html} title={mail.subject} html={mail.html} />}
          </Panel>
        }
        side={
          <>
            <Panel title={t('about')}>
              {mail && (
                <Facts
                  items={[
                    [t('recipient'), mail.recipient],
                    [t('columns.when'), <DateText key="when" value={mail.createdAt} form="full" />],
                    [t('kind'), mail.made?.label],
                    [t('madeBy'), mail.made && wordsOf(mail.made)],
                    [t('sentAt'), mail.sentAt && <DateText key="sent" value={mail.sentAt} form="full" />],
                  ]}
                />
              )}
              {mail?.state === 'kept' && <p className={styles.note}>{t('keptMeaning')}</p>}
              {mail?.state === 'withdrawn' && <p className={styles.note}>{t('withdrawnMeaning')}</p>}
              {mail && MASKED.test(mail.text) && <p className={styles.note}>{t('maskedMeaning')}</p>}
            </Panel>
            {mail && (
              <RecordWork
                record={{ department: 'operations', type: 'mail', id }}
                title={mail.subject}
                write="operations:replay"
              />
            )}
          </>
        }
      />
      {mail && isResending && <ResendDialog mail={mail} onClose={() => setResending(false)} />}
    </>
  )
}
