import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Language } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { isProblem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { ErrorSummary, type FieldError } from '../../ui/form/error-summary.tsx'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { useDraft } from '../../ui/form/use-draft.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import styles from './product-screen.module.css'
import { changeProduct, productDetail, type Product, type ProductChange } from './queries.ts'

interface Draft {
  /** What the person began from: its version goes into If-Match. */
  readonly basis: Product
  readonly changes: Partial<ProductChange>
}

/** The words of a product in each language. Only fields that were touched are sent. */
export function ProductForm({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const [language, setLanguage] = useState<Language>(useLocale())
  const [draft, setDraft] = useState<Draft>()
  const { basis, changes }: Draft = draft ?? { basis: product, changes: {} }
  const shown = { names: basis.names, descriptions: basis.descriptions, vendor: basis.vendor, ...changes }
  const touch = (change: Partial<ProductChange>) => setDraft({ basis, changes: { ...changes, ...change } })
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: () => changeProduct(basis, changes),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      setDraft(undefined)
      forget()
      sayDone(t('form.saved'))
    },
  })
  const { left, forget } = useDraft(`product/${product.id}`, draft)
  useUnsavedGuard(draft !== undefined, t('form.leave'))
  const refused = isProblem(error) ? error : undefined
  const conflict = refused?.code === 'catalog.version_conflict'
  const wrong = conflict ? {} : (refused?.fields ?? {})
  const errors = [
    { id: 'product-name', label: t('form.name'), message: wrong[`names.${language}`] ?? wrong.names },
    {
      id: 'product-description',
      label: t('form.description'),
      message: wrong[`descriptions.${language}`] ?? wrong.descriptions,
    },
    { id: 'product-vendor', label: t('form.vendor'), message: wrong.vendor },
  ].filter((one): one is FieldError => one.message !== undefined)
  const discard = () => {
    setDraft(undefined)
    forget()
    reset()
  }
  const insist = async () => {
    const latest = await client.fetchQuery({ ...productDetail(product.id), staleTime: 0 })
    setDraft({ basis: latest, changes })
    reset()
  }
  return (
    <Panel
      title={t('form.title')}
      aside={
        <LanguageChoice
          label={t('form.language')}
          value={language}
          onChange={setLanguage}
          texts={[shown.names, shown.descriptions]}
        />
      }
    >
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          mutate()
        }}
      >
        {conflict ? (
          <div className={styles.conflict} role="alert">
            <strong>{t('form.conflict')}</strong>
            <p>{t('form.conflictMeaning')}</p>
            <div className={styles.actions}>
              <Button variant="default" onClick={discard}>
                {t('form.takeTheirs')}
              </Button>
              <Button onClick={() => void insist()}>{t('form.keepMine')}</Button>
            </div>
          </div>
        ) : (
          <FormError error={error} />
        )}
        {left && mayWrite && <DraftOffer onTake={() => setDraft(left)} onForget={forget} />}
        <ErrorSummary errors={errors} />
        <TextInput
          id="product-name"
          label={t('form.name')}
          lang={language}
          disabled={!mayWrite}
          error={wrong[`names.${language}`] ?? wrong.names}
          maxLength={255}
          value={shown.names[language] ?? ''}
          placeholder={language === 'en' ? '' : shown.names.en}
          onChange={(change) => touch({ names: withText(shown.names, language, change.currentTarget.value) })}
        />
        <Textarea
          id="product-description"
          label={t('form.description')}
          lang={language}
          disabled={!mayWrite}
          error={wrong[`descriptions.${language}`] ?? wrong.descriptions}
          rows={8}
          maxLength={100_000}
          value={shown.descriptions[language] ?? ''}
          onChange={(change) =>
            touch({ descriptions: withText(shown.descriptions, language, change.currentTarget.value) })
          }
        />
        <TextInput
          id="product-vendor"
          label={t('form.vendor')}
          disabled={!mayWrite}
          error={wrong.vendor}
          maxLength={255}
          value={shown.vendor}
          onChange={(change) => touch({ vendor: change.currentTarget.value })}
        />
        {draft && !conflict && (
          <div className={styles.actions}>
            <Button variant="default" onClick={discard}>
              {t('form.discard')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  )
}

function withText(
  texts: Readonly<Record<string, string | undefined>>,
  language: Language,
  text: string,
): Record<string, string> {
  const known = Object.entries({ ...texts, [language]: text }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(known)
}
