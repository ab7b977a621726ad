import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { FieldInput } from '../../ui/record-form/field-input.tsx'
import type { Field } from '../../ui/record-form/field.ts'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { setSetting, settingList, type Setting } from './queries.ts'
import styles from './settings.module.css'

// i18n-dynamic: settings.units.*

interface SettingRowProps {
  readonly setting: Setting
  readonly onHistory: () => void
}

/** One setting: what it does, what it touches, who set it last; saved by itself. */
export function SettingRow({ setting, onHistory }: SettingRowProps) {
  const t = useTranslations('settings')
  const { label, hint, affects, isSet, mayChange, changedAt, changedBy } = setting
  const client = useQueryClient()
  const [value, setValue] = useState<unknown>(setting.value)
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.value)
  useUnsavedGuard(isChanged, t('unsaved'))
  const { mutate, error, isPending } = useMutation({
    mutationFn: (next: unknown) => setSetting(setting, next),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      void client.invalidateQueries({ queryKey: ['set-up'] })
      sayDone(t('saved'))
    },
  })
  const field = useField(setting)
  const wrong = isProblem(error) ? error.fields : {}
  return (
    <form
      className={styles.setting}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && !isPending) mutate(value)
      }}
    >
      <div className={styles.about}>
        <h3>{label}</h3>
        <p className="dimmed">{hint}</p>
        {affects.length > 0 && (
          <details className={styles.affects}>
            <summary>{t('affects')}</summary>
            <ul>
              {affects.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className={styles.value}>
        <FieldInput
          field={field}
          value={value ?? undefined}
          error={wrong.value ?? wrong['body.value']}
          errorOf={(name) => wrong[name]}
          onChange={setValue}
        />
        <FormError error={error} />
        {isProblem(error, 'host.version_conflict') && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void client.invalidateQueries({ queryKey: settingList.queryKey })}
          >
            {t('reload')}
          </Button>
        )}
        <div className={styles.foot}>
          <span className={styles.note}>
            {isSet && changedAt
              ? t.rich('changed', { by: changedBy?.name ?? '–', when: () => <DateText value={changedAt} /> })
              : t('default')}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconHistory size={16} aria-hidden />}
            onClick={onHistory}
            aria-label={t('historyOf', { label })}
          >
            {t('history')}
          </Button>
          {mayChange && isSet && (
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={isPending}
              onClick={() => mutate(null)}
              aria-label={t('resetOf', { label })}
            >
              {t('reset')}
            </Button>
          )}
        </div>
        {isChanged && (
          <div className={styles.foot}>
            <Button type="submit" size="compact-sm" loading={isPending}>
              {t('save')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setValue(setting.value)}>
              {t('discard')}
            </Button>
          </div>
        )}
      </div>
    </form>
  )
}

function useField({ key, label, input, mayChange }: Setting): Field {
  const t = useTranslations('settings')
  const common = { name: key, label, ...(mayChange ? {} : { fixed: t('notYours') }) }
  if (input.kind === 'integer') {
    const { minimum, maximum, unit } = input
    return {
      ...common,
      kind: 'integer',
      minimum,
      maximum,
      hint: t('between', { minimum, maximum, unit: t(`units.${unit}`) }),
    }
  }
  if (input.kind === 'boolean') return { ...common, kind: 'switch' }
  if (input.kind === 'texts') return { ...common, kind: 'texts', maxLength: input.maxLength, optional: true }
  return { ...common, kind: 'text', maxLength: input.maxLength }
}
