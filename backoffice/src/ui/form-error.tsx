import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Held } from '../client/held.ts'
import { Outage, Problem } from '../client/problem.ts'
import { HeldNotice } from './held-notice.tsx'
import styles from './form-error.module.css'

/** Above a form or in a dialog: the refusal in the house's words, with its remedy. */
export function FormError({ error }: { readonly error: unknown }) {
  const t = useTranslations('ui.error')
  if (!error) return null
  if (error instanceof Held) return <HeldNotice held={error} />
  const problem = error instanceof Problem ? error.body : undefined
  const title = problem?.title || t(error instanceof Outage ? 'away' : 'broken')
  const remedy = problem?.remedy || t(error instanceof Outage ? 'awayRemedy' : 'brokenRemedy')
  return (
    <div className={styles.error} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{remedy}</p>
      </div>
    </div>
  )
}
