import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly error: unknown
  /** A recovery code does as well. */
  readonly recovery?: boolean
}

/** The six digits of the app, which browsers and telephones fill in; or one of the codes on paper. */
export function CodeField({ value, onChange, error, recovery = false }: CodeFieldProps) {
  const t = useTranslations('app.proof')
  const [onPaper, setOnPaper] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // What comes next is to type: also after the other kind of code was chosen.
  useEffect(() => field.current?.focus(), [onPaper])
  const wrong = isProblem(error) ? error.fields.code : undefined
  return (
    <div>
      <TextInput
        key={onPaper ? 'paper' : 'app'}
        ref={field}
        label={t(onPaper ? 'recoveryCode' : 'code')}
        description={t(onPaper ? 'recoveryHint' : 'codeHint')}
        inputMode={onPaper ? 'text' : 'numeric'}
        autoComplete={onPaper ? 'off' : 'one-time-code'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={onPaper ? 20 : 7}
        required
        withAsterisk={false}
        data-autofocus
        error={wrong}
        value={value}
        onChange={(change) => onChange(change.currentTarget.value)}
      />
      {recovery && (
        <Button
          variant="transparent"
          size="sm"
          px={0}
          onClick={() => {
            onChange('')
            setOnPaper(!onPaper)
          }}
        >
          {t(onPaper ? 'useApp' : 'useRecovery')}
        </Button>
      )}
    </div>
  )
}
