import { useLocale, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './groups.module.css'
import type { Purpose } from './purpose-queries.ts'

/** Every text that was ever asked: whoever agreed agreed to the words that they read. */
export function Wordings({ purpose }: { readonly purpose: Purpose }) {
  const t = useTranslations('customers.purposes')
  const locale = useLocale()
  return (
    <Panel title={t('wordings')}>
      <p className="dimmed">{t('givenBy', { count: purpose.given })}</p>
      <ul className={styles.members}>
        {purpose.wordings.map(({ number, texts, madeAt }) => (
          <li key={number}>
            <span className={styles.words}>
              {texts[locale as 'en'] ?? texts.en}
              <span className={styles.note}>
                {t('wording', { number })} · <DateText value={madeAt} form="full" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
