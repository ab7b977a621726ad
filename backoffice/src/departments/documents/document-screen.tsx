import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { AddressText } from '../../ui/address-text.tsx'
import { DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { DocumentLines } from './document-lines.tsx'
import styles from './documents.module.css'
import { MailDialog } from './mail-dialog.tsx'
import { documentDetail, fileOf, type Document } from './queries.ts'

// i18n-dynamic: documents.kinds.*, documents.treatments.*

/** What was issued, as it was issued: nothing on this page can change it. */
export default function DocumentScreen() {
  const t = useTranslations('documents')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: document, error, refetch } = useQuery(documentDetail(id))
  const title = document && t('named', { kind: t(`kinds.${document.kind}`), number: document.label })
  useRecentRecord('document', `/documents/${id}`, title)
  const mayMail = useCan()('documents:send')
  const [isMailing, setMailing] = useState(false)
  const back = { to: '/documents', label: t('title') }
  if (!document) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'documents', type: 'document' as const, id }
  // A slip says what is in a parcel; it is nothing that a customer is sent.
  const sendable = mayMail && document.kind !== 'packing_slip'
  return (
    <>
      <RecordHeader
        title={title ?? t('one')}
        subtitle={<DayText value={document.issuedOn} />}
        back={back}
        record={record}
        actions={sendable ? [{ key: 'mail', label: t('mail.open'), onClick: () => setMailing(true) }] : []}
      />
      <RecordColumns
        main={<DocumentLines document={document} />}
        side={<DocumentSide document={document} />}
        below={<RecordWork record={record} title={document.label} write="documents:issue" />}
      />
      {isMailing && <MailDialog document={document} onClose={() => setMailing(false)} />}
    </>
  )
}

function DocumentSide({ document }: { readonly document: Document }) {
  const t = useTranslations('documents')
  const { id, label, seller, buyer, credits, creditedBy, treatment, ground, chain } = document
  return (
    <>
      <Panel title={t('file')}>
        <p className="dimmed">{t('fileMeaning')}</p>
        <ul className={styles.files}>
          {LANGUAGES.map((language) => (
            <li key={language}>
              <a href={fileOf(id, language)} download={`${label}.pdf`} hrefLang={language}>
                {LANGUAGE_NAMES[language]}
              </a>
              {language === document.language && <StateBadge tone="neutral">{t('ofCustomer')}</StateBadge>}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('facts')}>
        <Facts
          items={[
            [t('paid'), document.paidOn && <DayText key="paid" value={document.paidOn} />],
            [
              t('credits'),
              credits && (
                <Link key="credits" to={`/documents/${credits.id}`}>
                  {credits.label}
                </Link>
              ),
            ],
            ...creditedBy.map(
              (one) =>
                [
                  t('creditedBy', { number: one.label }),
                  <Link key={one.id} to={`/documents/${one.id}`}>
                    <MoneyText value={one.total} />
                  </Link>,
                ] as const,
            ),
            [t('treatment'), treatment && t(`treatments.${treatment as 'domestic'}`)],
            [t('ground'), ground],
          ]}
        />
      </Panel>
      <Panel title={t('buyer')}>
        <PartyFacts party={buyer} />
      </Panel>
      <Panel title={t('seller')}>
        <PartyFacts party={seller} />
      </Panel>
      <Panel title={t('chain.title')}>
        <div className={styles.spaced}>
          <p className={styles.chain}>
            <StateBadge tone={chain.whole ? 'good' : 'danger'}>
              {t(chain.whole ? 'chain.whole' : 'chain.broken')}
            </StateBadge>
          </p>
          <p className="dimmed">{t(chain.whole ? 'chain.wholeMeaning' : 'chain.brokenRemedy')}</p>
          <Facts
            items={[
              [t('chain.hash'), <Hash key="hash" value={chain.hash} />],
              [
                t('chain.before'),
                /^0+$/.test(chain.before) ? t('chain.first') : <Hash key="before" value={chain.before} />,
              ],
            ]}
          />
        </div>
      </Panel>
      <RelatedRecords record={{ department: 'documents', type: 'document', id }} />
    </>
  )
}

function PartyFacts({ party }: { readonly party: Document['buyer'] }) {
  const t = useTranslations('documents')
  return (
    <div className={styles.spaced}>
      <AddressText address={party} />
      <Facts
        items={[
          [t('vatNumber'), party.vatNumber],
          [t('taxCode'), party.taxCode],
          [t('email'), party.email],
        ]}
      />
    </div>
  )
}

function Hash({ value }: { readonly value: string }) {
  return <code className={styles.hash}>{value}</code>
}
