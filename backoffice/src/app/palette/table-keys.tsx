import { useTranslations } from 'use-intl'
import styles from './palette.module.css'

// i18n-dynamic: app.palette.table.*
const KEYS = [
  ['move', ['↑', '↓', '←', '→']],
  ['pages', ['Page ↑', 'Page ↓']],
  ['ends', ['Home', 'End']],
  ['corners', ['Ctrl Home', 'Ctrl End']],
  ['range', ['⇧ ↓', '⇧ →']],
  ['change', ['Enter', 'F2']],
  ['pick', ['Space']],
  ['paste', ['Ctrl V']],
  ['back', ['Esc']],
] as const

/** The keys of the table that is on the screen; nothing where there is none. */
export function TableKeys() {
  const t = useTranslations('app.palette')
  if (!document.querySelector('main [role="grid"]')) return null
  return (
    <section>
      <h3>{t('groups.table')}</h3>
      <dl className={styles.shortcuts}>
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>{t(`table.${what}`)}</dt>
            <dd>
              <span className={styles.keys}>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
