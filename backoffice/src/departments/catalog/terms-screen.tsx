import { IconVocabulary } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Definitions } from '../settings/definitions.tsx'
import type { FormProps } from '../settings/form-props.ts'
import { useFormReread } from '../settings/use-form-reread.ts'
import { putTerm, termList, type Term } from './translation-queries.ts'
import { TranslationsFrame } from './translations-frame.tsx'

const STALE = ['catalog']
const byCode = ({ code }: Term) => code

/** The words of the shop, and how each language says them. */
export default function TermsScreen() {
  const t = useTranslations('catalog.terms')
  return (
    <Definitions
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconVocabulary}
      writePermission="catalog:translate"
      list={useQuery(termList)}
      keyOf={byCode}
      Frame={TranslationsFrame}
      stale={STALE}
      show={({ names, kept, note }) => ({
        title: names.en,
        note: [
          kept
            ? t('keptMark')
            : Object.entries(names)
                .flatMap(([language, name]) => (language === 'en' ? [] : [name]))
                .join(' · '),
          note,
        ]
          .filter(Boolean)
          .join(' · '),
      })}
      Form={TermForm}
    />
  )
}

const BLANK = { names: {}, kept: false, note: '' }

function TermForm({ record, onSaved, onCancel }: FormProps<Term>) {
  const t = useTranslations('catalog.terms')
  const reread = useFormReread<Term>(termList, record)
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('name'), hint: t('nameHint'), show: 'all', maxLength: 100 },
    { kind: 'switch', name: 'kept', label: t('kept'), hint: t('keptHint') },
    { kind: 'text', name: 'note', label: t('note'), hint: t('noteHint'), optional: true, maxLength: 300 },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={record ?? BLANK}
      version={record?.version}
      draft={`term/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={({ values, version }) => {
        const names = values['names'] as Term['names']
        const code = record?.code ?? codeOf(names.en)
        return putTerm({ code, names, kept: values['kept'] === true, note: String(values['note'] ?? ''), version })
      }}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
