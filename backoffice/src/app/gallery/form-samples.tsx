import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { answer, api } from '../../client/api.ts'
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldInput } from '../../ui/form/field-input.tsx'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { MediaInput, type Picture } from '../../ui/form/media-input.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Language } from '../messages/languages.ts'
import { fieldError, longWord } from './samples.ts'
import { useSampleFields } from './sample-fields.ts'
import { Shelf, State } from './shelf.tsx'

const nothing = () => undefined
const INSTANT = '2026-11-20T08:15:00Z'

/** What is filled in. */
export function FormSamples() {
  const t = useTranslations('app.gallery')
  const fields = useSampleFields()
  return (
    <>
      <Shelf name="form/record-form">
        <State name="every field, empty: sent, each needed one says so" wide>
          <Panel>
            <RecordForm
              label={`${t('sample.field')} 1`}
              fields={fields.every}
              initial={{}}
              submit={t('sample.action')}
              save={() => Promise.resolve()}
            />
          </Panel>
        </State>
        <State name="every field, filled: sent, the house refuses two" wide>
          <Panel>
            <RecordForm
              label={`${t('sample.field')} 2`}
              fields={fields.every}
              initial={fields.filled}
              submit={t('sample.action')}
              save={() => Promise.reject(fieldError(t('sample.short'), t('sample.long'), ['text', 'texts.it']))}
            />
          </Panel>
        </State>
        <State name="forbidden" wide>
          <Panel>
            <RecordForm
              label={`${t('sample.field')} 3`}
              fields={fields.every.map((field) => ({ ...field, fixed: t('sample.long') }))}
              initial={fields.filled}
              submit={t('sample.action')}
              save={() => Promise.resolve()}
              quiet
            />
          </Panel>
        </State>
      </Shelf>
      <Shelf name="form/error-summary, draft-offer, conflict-choice">
        <State name="draft" wide>
          <DraftOffer at={INSTANT} onTake={nothing} onForget={nothing} />
        </State>
        <State name="one wrong" wide>
          <ErrorSummary
            errors={[{ path: 'text', label: t('sample.field'), message: t('sample.long') }]}
            attempts={0}
            onFollow={nothing}
          />
        </State>
        <State name="several wrong" wide>
          <ErrorSummary
            errors={['a', 'b', 'c'].map((path) => ({ path, label: `${t('sample.field')} ${path}`, message: longWord }))}
            attempts={0}
            onFollow={nothing}
          />
        </State>
        <State name="two people changed the same" wide>
          <ConflictChoice
            fields={fields.every}
            clashes={[
              { path: 'text', mine: t('sample.short'), theirs: longWord },
              { path: 'texts.it', mine: t('sample.long'), theirs: '' },
              { path: 'money', mine: { amount: 123_456, currency: 'EUR' }, theirs: undefined },
              { path: 'switch', mine: true, theirs: false },
            ]}
            theirs={{ values: {}, changedBy: () => ({ name: 'Anzolo Moro', at: INSTANT }) }}
            busy={false}
            onChoose={nothing}
            onDiscard={nothing}
          />
        </State>
      </Shelf>
      <Shelf name="form/field-input">
        {fields.every.map((field) => (
          <State key={field.name} name={`${field.kind}: wrong`} wide>
            <FieldInput
              field={{ ...field, name: `wrong-${field.name}` }}
              value={fields.unread[field.name]}
              error={field.name in fields.unread ? undefined : t('sample.long')}
              errorOf={(path) => (path.endsWith('.it') || path.endsWith('.postcode') ? t('sample.long') : undefined)}
              language="en"
              onChange={nothing}
            />
          </State>
        ))}
      </Shelf>
      <Shelf name="form/money-field, language-choice">
        <State name="money-field">
          <MoneyField label={t('sample.amount')} currency="EUR" initial={null} onChange={nothing} />
        </State>
        <State name="language-choice: something is missing">
          <SampleLanguages />
        </State>
      </Shelf>
      <Media />
    </>
  )
}

function SampleLanguages() {
  const t = useTranslations('app.gallery')
  const [language, setLanguage] = useState<Language>('en')
  return (
    <LanguageChoice label={t('sample.field')} value={language} onChange={setLanguage} texts={[{ en: 'a', it: 'b' }]} />
  )
}

/** Those of the shop itself: what is shown here is what staff will see. */
const pictureQuery = queryOptions({
  queryKey: ['catalog', 'gallery'],
  queryFn: async ({ signal }): Promise<readonly Picture[]> => {
    const { items } = await answer(api.GET('/api/products', { params: { query: { limit: 3 } }, signal }))
    return items.flatMap(({ imageFileId, name }) => (imageFileId ? [{ fileId: imageFileId, alts: { en: name } }] : []))
  },
})

function Media() {
  const { data } = useQuery(pictureQuery)
  const [order, setOrder] = useState<readonly Picture[]>()
  const pictures = order ?? data ?? []
  const common = { address: '/api/nowhere', language: 'en', onAdded: nothing, onRemove: nothing } as const
  return (
    <Shelf name="form/media-input">
      <State name="none" wide>
        <MediaInput {...common} pictures={[]} disabled={false} onArrange={nothing} />
      </State>
      <State name="several: moved by mouse and by buttons" wide>
        <MediaInput {...common} pictures={pictures} disabled={false} onArrange={setOrder} />
      </State>
      <State name="forbidden" wide>
        <MediaInput {...common} pictures={pictures.slice(0, 1)} disabled onArrange={nothing} />
      </State>
    </Shelf>
  )
}
