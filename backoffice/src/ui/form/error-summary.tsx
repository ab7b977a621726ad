import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './form.module.css'

export interface FieldError {
  /** Id of the field. */
  readonly id: string
  readonly label: string
  readonly message: string
}

/** All that is wrong in a form, each leading to its field; it takes the focus when it appears. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const t = useTranslations('ui.fields')
  const box = useRef<HTMLDivElement>(null)
  const isWrong = errors.length > 0
  useEffect(() => {
    if (isWrong) box.current?.focus()
  }, [isWrong])
  if (!isWrong) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <strong>{t('wrong', { count: errors.length })}</strong>
      <ul>
        {errors.map(({ id, label, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(click) => {
                click.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {label}
            </a>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
