import { useLocale, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './legal.module.css'
import type { Policy, PolicyVersion } from './queries.ts'
import { plainText, textDifference } from './text-difference.ts'

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
  const locale = useLocale()
  const words = ({ texts }: PolicyVersion) => plainText(texts[locale] ?? texts['en'] ?? '')
  const rules = (Object.keys({ ...before?.rules, ...version.rules }) as (keyof PolicyVersion['rules'])[]).filter(
    (rule) => before?.rules[rule] !== version.rules[rule],
  )
  return (
    <details className={styles.difference}>
      <summary>{t(before ? 'difference' : 'firstText')}</summary>
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <li key={rule}>
              {t(`form.${rule}`)}: {before && <del>{String(before.rules[rule] ?? '–')}</del>}{' '}
              <ins>{String(version.rules[rule] ?? '–')}</ins>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.text}>
        {textDifference(before ? words(before) : words(version), words(version)).map(({ kind, text }, index) =>
          kind === 'same' ? (
            <span key={index}>{text}</span>
          ) : kind === 'gone' ? (
            <del key={index}>{text}</del>
          ) : (
            <ins key={index}>{text}</ins>
          ),
        )}
      </p>
    </details>
  )
}
