import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Panel } from '../../ui/panel.tsx'
import { CopiedAddress } from './copied-address.tsx'
import styles from './oidc.module.css'

/** How a directory (Entra ID, Okta) brings people here and turns them off by itself. */
export function ScimPanel({ base }: { readonly base: string }) {
  const t = useTranslations('people.scim')
  const mayMakeKeys = useCan()('people:api_keys')
  return (
    <Panel title={t('title')}>
      <div className={styles.scim}>
        <p>{t('meaning')}</p>
        <CopiedAddress label={t('base')} hint={t('baseHint')} value={base} />
        <ul>
          <li>
            {t('key')} {mayMakeKeys && <Link to="/team/keys">{t('makeKey')}</Link>}
          </li>
          <li>{t('groups')}</li>
          <li>{t('limits')}</li>
          <li>{t('off')}</li>
        </ul>
      </div>
    </Panel>
  )
}
