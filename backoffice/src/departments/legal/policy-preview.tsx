import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './legal.module.css'
import { PolicyText } from './policy-text.tsx'
import type { Policy } from './queries.ts'
import { Changes } from './text-changes.tsx'

/** The draft as shoppers would read it, and what publishing it would change; what was saved, not what is being typed. */
export function PolicyPreview({ policy }: { readonly policy: Policy }) {
  const t = useTranslations('legal')
  const { draft, versions, inForce, fills } = policy
  const [language, setLanguage] = useState<string>(policy.language)
  const [shows, setShows] = useState('page')
  if (!draft) return null
  const current = versions.find(({ id }) => id === inForce)
  const texts: Readonly<Record<string, string | undefined>> = draft.texts
  const own = texts[language]?.trim()
  // As the page does: the reader's language, the market's, English.
  const html = own || texts[policy.language]?.trim() || texts['en'] || ''
  return (
    <Panel title={t('preview')}>
      <div className={styles.choices}>
        <SegmentedControl
          aria-label={t('language')}
          data={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
          value={language}
          onChange={setLanguage}
        />
        {current && (
          <SegmentedControl
            aria-label={t('previewOf')}
            data={[
              { value: 'page', label: t('asPage') },
              { value: 'changes', label: t('asChanges') },
            ]}
            value={shows}
            onChange={setShows}
          />
        )}
      </div>
      {!own && isLanguage(language) && (
        <p className={styles.note}>{t('notWritten', { language: LANGUAGE_NAMES[language] })}</p>
      )}
      {shows === 'changes' && current ? (
        <Changes before={current} after={draft} language={language} />
      ) : (
        <div className={styles.page} lang={own ? language : undefined}>
          <PolicyText html={html} fills={{ ...fills, ...draft.rules }} />
        </div>
      )}
    </Panel>
  )
}
