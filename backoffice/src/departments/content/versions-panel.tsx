import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { textDifference } from '../../ui/text-difference.ts'
import styles from './content.module.css'
import { restoreTemplate, type Content, type Key, type TemplateDetail, type Version } from './queries.ts'

// i18n-dynamic: content.blocks.*

interface VersionsPanelProps {
  readonly place: Key
  readonly detail: TemplateDetail
  readonly onRestored: () => void
}

/** Every save, the newest first: who, when, why, and what it changed. Each can be taken up again. */
export function VersionsPanel({ place, detail, onRestored }: VersionsPanelProps) {
  const t = useTranslations('content')
  const mayWrite = useCan()('content:write')
  const [restoring, setRestoring] = useState<Version>()
  const { versions, house, version: seen } = detail
  return (
    <Panel title={t('versions')}>
      {versions.length === 0 ? (
        <p className={styles.note}>{t('noVersion')}</p>
      ) : (
        <ol className={styles.versions}>
          {versions.map((version, at) => (
            <li key={version.version}>
              <div className={styles.versionHead}>
                <strong>{t('version', { number: version.version })}</strong>
                {at === 0 && <StateBadge tone="good">{t('inForce')}</StateBadge>}
                {version.content === null && <span>{t('houseWords')}</span>}
              </div>
              <p className={styles.note}>
                <DateText value={version.savedAt} form="full" />
                {version.savedBy && ` · ${version.savedBy.name}`}
              </p>
              {version.reason !== '' && <p>{version.reason}</p>}
              <details className={styles.difference}>
                <summary>{t('difference')}</summary>
                <Difference before={versions[at + 1]?.content ?? house} after={version.content ?? house} />
              </details>
              {at > 0 && mayWrite && version.content && (
                <Button size="compact-md" variant="subtle" onClick={() => setRestoring(version)}>
                  {t('restore', { number: version.version })}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {restoring && (
        <ReasonDialog
          title={t('restoreTitle', { number: restoring.version })}
          meaning={t('restoreMeaning')}
          confirm={t('restore', { number: restoring.version })}
          done={t('saved')}
          department="content"
          act={(reason) => restoreTemplate(place, seen, { version: restoring.version, reason })}
          onDone={onRestored}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </Panel>
  )
}

function Difference({ before, after }: { readonly before: Content; readonly after: Content }) {
  const t = useTranslations('content')
  const written = ({ subject, preheader, blocks }: Content) =>
    [
      subject,
      preheader,
      ...blocks.map(({ type, text, value, when }) =>
        [
          `${t(`blocks.${type}`)}:`,
          text,
          value && `{${value}}`,
          when && `(${when.value} ${when.is === 'there' ? '✓' : '✗'})`,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ].join('\n')
  return (
    <p className={styles.changes}>
      {textDifference(written(before), written(after)).map(({ kind, text }, at) =>
        kind === 'same' ? (
          <span key={at}>{text}</span>
        ) : kind === 'gone' ? (
          <del key={at}>{text}</del>
        ) : (
          <ins key={at}>{text}</ins>
        ),
      )}
    </p>
  )
}
