import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import type { FormProps } from '../settings/form-props.ts'
import { useFormReread } from '../settings/use-form-reread.ts'
import styles from './attribute-form.module.css'
import { attributeList, putAttribute, type Attribute } from './definition-queries.ts'

const KINDS = ['text', 'long_text', 'number', 'yes_no', 'date', 'choice', 'choices'] as const
const SECTIONS = ['features', 'measures', 'material', 'care', 'own'] as const
const CHOICE = 'choice/'
const NEW = 'new/'

type Texts = Record<string, string>

/** What products say by one word: its kind is chosen once, its choices grow. */
export function AttributeForm({ record, onSaved, onCancel }: FormProps<Attribute>) {
  const t = useTranslations('catalog.attribute')
  const [keys, setKeys] = useState<readonly string[]>(() => record?.choices.map(({ code }) => CHOICE + code) ?? [])
  const fields = useFields(record, keys)
  const reread = useFormReread(attributeList, record, formOf)
  const form = useRecordForm({
    fields,
    initial: record ? formOf(record) : BLANK,
    version: record?.version,
    draft: `attribute/${record?.code ?? 'new'}`,
    nameOf: (path) => path.replace(/^choices\.(\d+)\.(names|code)/, (_, at: string) => keys[Number(at)] ?? 'kind'),
    save: ({ values, version }) => putAttribute({ ...attributeOf(values, keys, record), version }),
    onSaved,
    ...reread(fields),
  })
  const hasChoices = ['choice', 'choices'].includes(String(form.values['kind']))
  const texts = ['names', ...keys].map((name) => (form.values[name] ?? {}) as Texts)
  const shown = fields.filter(
    ({ name }) => !keys.includes(name) && (name !== 'unit' || form.values['kind'] === 'number'),
  )
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onCancel}>
      <LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={texts} />
      {shown.map(({ name }) => (
        <FormField key={name} form={form} name={name} />
      ))}
      {hasChoices && (
        <fieldset className={styles.choices}>
          <legend>{t('choices')}</legend>
          {keys.map((name) => (
            <FormField key={name} form={form} name={name} />
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setKeys((now) => [...now, `${NEW}${now.length}`])}
          >
            {t('addChoice')}
          </Button>
        </fieldset>
      )}
    </FormSheet>
  )
}

// i18n-dynamic: catalog.attribute.kinds.*, catalog.attribute.sections.*
function useFields(record: Attribute | undefined, keys: readonly string[]): Field[] {
  const t = useTranslations('catalog.attribute')
  const fixed = record ? t('fixed') : undefined
  return [
    { kind: 'texts', name: 'names', label: t('name'), show: 'one', maxLength: 100 },
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      fixed,
      options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    { kind: 'text', name: 'unit', label: t('unit'), hint: t('unitHint'), optional: true, maxLength: 20 },
    {
      kind: 'choice',
      name: 'section',
      label: t('section'),
      hint: t('sectionHint'),
      options: SECTIONS.map((value) => ({ value, label: t(`sections.${value}`) })),
    },
    { kind: 'switch', name: 'localised', label: t('localised'), hint: t('localisedHint'), fixed },
    { kind: 'switch', name: 'perVariant', label: t('perVariant'), hint: t('perVariantHint'), fixed },
    { kind: 'switch', name: 'filterable', label: t('filterable'), hint: t('filterableHint') },
    { kind: 'switch', name: 'shown', label: t('shown') },
    ...keys.map((name, at): Field => ({
      kind: 'texts',
      name,
      label: t('choiceName', { number: at + 1 }),
      show: 'one',
      optional: true,
      maxLength: 255,
    })),
  ]
}

const BLANK: Values = {
  names: {},
  kind: 'text',
  unit: '',
  section: 'features',
  localised: false,
  perVariant: false,
  filterable: false,
  shown: true,
}

function formOf({ choices, ...attribute }: Attribute): Values {
  return { ...attribute, ...Object.fromEntries(choices.map(({ code, names }) => [CHOICE + code, names])) }
}

/** A choice keeps its code; a new one gets it from its English name, and one without any is none. */
function attributeOf(
  values: Values,
  keys: readonly string[],
  record: Attribute | undefined,
): Omit<Attribute, 'version'> {
  const named = (name: string) => (values[name] ?? {}) as Texts
  const choices = keys
    .map((name) => ({
      code: name.startsWith(CHOICE) ? name.slice(CHOICE.length) : codeOf(named(name)['en'] ?? ''),
      names: named(name),
    }))
    .filter(({ code }) => code !== '')
  const { kind, section } = values as Pick<Attribute, 'kind' | 'section'>
  const isOn = (name: string) => values[name] === true
  return {
    code: record?.code ?? codeOf(named('names')['en'] ?? ''),
    names: named('names') as Attribute['names'],
    kind,
    unit: String(values['unit'] ?? ''),
    choices: choices as Attribute['choices'],
    section,
    localised: isOn('localised'),
    perVariant: isOn('perVariant'),
    filterable: isOn('filterable'),
    shown: isOn('shown'),
  }
}
