import { useLocale, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './legal.module.css'
import type { Policy, PolicyVersion } from './queries.ts'
import { Changes } from './text-changes.tsx'

/** Every version, the newest first, each with what it changed. */
export function PolicyHistory({ policy: { versions, inForce } }: { readonly policy: Policy }) {
  const t = useTranslations('legal')
  return (
    <Panel title={t('history')}>
      {versions.length === 0 ? (
        <p className={styles.note}>{t('noVersion')}</p>
      ) : (
        <ol className={styles.versions}>
          {versions.map((version, index) => (
            <li key={version.id}>
              <div className={styles.versionHead}>
                <strong>{t('version', { number: version.number })}</strong>
                {version.id === inForce && <StateBadge tone="good">{t('inForce')}</StateBadge>}
                {new Date(version.effectiveAt) > new Date(version.publishedAt) && version.id !== inForce && (
                  <span className={styles.note}>
                    {t.rich('fromThen', { at: () => <DateText value={version.effectiveAt} form="full" /> })}
                  </span>
                )}
              </div>
              <p className={styles.note}>
                <DateText value={version.publishedAt} form="full" />
                {version.publishedBy && ` · ${version.publishedBy}`}
              </p>
              <Difference version={version} before={versions[index + 1]} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

interface DifferenceProps {
  readonly version: PolicyVersion
  readonly before: PolicyVersion | undefined
}

function Difference({ version, before }: DifferenceProps) {
  const t = useTranslations('legal')
  return (
    <details className={styles.difference}>
      <summary>{t(before ? 'difference' : 'firstText')}</summary>
      <Changes before={before} after={version} language={useLocale()} />
    </details>
  )
}
