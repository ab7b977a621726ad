import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import type { Loaded } from '../../ui/form/record-state.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
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
  const { label, hint, affects } = setting
  const client = useQueryClient()
  const field = useField(setting)
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['settings'] })
    void client.invalidateQueries({ queryKey: ['set-up'] })
    sayDone(t('saved'))
  }
  const form = useRecordForm({
    fields: [field],
    initial: setting,
    version: setting.version,
    save: ({ values, version = 0 }) => setSetting({ key: setting.key, version }, values.value),
    reread: async () => loadedSetting(await client.fetchQuery({ ...settingList, staleTime: 0 }), setting),
    onSaved: () => void done(),
  })
  return (
    <div className={styles.setting}>
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
        <FormSheet form={form} submit={t('save')} label={label} quiet>
          <FormField form={form} name="value" />
          <SettingFoot setting={setting} onHistory={onHistory} onReset={() => void done()} />
        </FormSheet>
      </div>
    </div>
  )
}

function loadedSetting({ items }: { readonly items: readonly Setting[] }, before: Setting): Loaded {
  const { value, version, changedAt, changedBy } = items.find(({ key }) => key === before.key) ?? before
  const change = changedAt === null ? undefined : { name: changedBy?.name ?? null, at: changedAt }
  return { values: { value }, version, changedBy: () => change }
}

interface SettingFootProps extends SettingRowProps {
  readonly onReset: () => void
}

/** Who set it last, what it was before, and the way back to the default. */
function SettingFoot({ setting, onHistory, onReset }: SettingFootProps) {
  const t = useTranslations('settings')
  const { label, isSet, mayChange, changedAt, changedBy } = setting
  const { mutate, error, isPending } = useMutation({ mutationFn: () => setSetting(setting, null), onSuccess: onReset })
  return (
    <>
      <FormError error={error} />
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
            onClick={() => mutate()}
            aria-label={t('resetOf', { label })}
          >
            {t('reset')}
          </Button>
        )}
      </div>
    </>
  )
}

function useField({ label, input, mayChange }: Setting): Field {
  const t = useTranslations('settings')
  const common = { name: 'value', label, ...(mayChange ? {} : { fixed: t('notYours') }) }
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
  if (input.kind === 'choice') return { ...common, kind: 'choice', options: input.choices }
  if (input.kind === 'texts') return { ...common, kind: 'texts', maxLength: input.maxLength, optional: true }
  return { ...common, kind: 'text', maxLength: input.maxLength }
}
