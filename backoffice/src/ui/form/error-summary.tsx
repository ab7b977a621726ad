import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './form.module.css'

export interface FieldError {
  /** The field, or the part of it that is wrong. */
  readonly path: string
  readonly label: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[]
  /** How often it was tried: each time the summary takes the focus anew. */
  readonly attempts: number
  readonly onFollow: (path: string) => void
}

/** All that is wrong in a form, each leading to its field; it takes the focus when it appears. */
export function ErrorSummary({ errors, attempts, onFollow }: ErrorSummaryProps) {
  const t = useTranslations('ui.form')
  const box = useRef<HTMLDivElement>(null)
  const isWrong = errors.length > 0
  useEffect(() => {
    if (isWrong && attempts > 0) box.current?.focus()
  }, [isWrong, attempts])
  if (!isWrong) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <strong>{t('wrong', { count: errors.length })}</strong>
      <ul>
        {errors.map(({ path, label, message }) => (
          <li key={path}>
            <button type="button" onClick={() => onFollow(path)}>
              {label}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
