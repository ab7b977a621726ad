import { Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import dialogStyles from '../../ui/confirm-dialog.module.css'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { useChanging } from '../../ui/record/changing.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { formatFinePrice } from './format-fine-price.ts'
import { parsePastedPrices } from './parse-pasted-prices.ts'
import { previewPrices, setPricesOfList, type PriceList, type PriceToPaste } from './price-list-queries.ts'
import styles from './price-list.module.css'

const MOST = 2_000
const SHOWN = 200

type Preview = Awaited<ReturnType<typeof previewPrices>>['items']

/** Prices from a spreadsheet: pasted, shown beside what they change, and saved all together. */
export function PastePricesDialog({ list, onClose }: { readonly list: PriceList; readonly onClose: () => void }) {
  const t = useTranslations('pricing.lists.paste')
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [key] = useState(() => crypto.randomUUID())
  useChanging(true)
  const lines = parsePastedPrices(text, list.currency)
  const unread = lines.filter(({ price }) => !price)
  const prices = lines.flatMap(({ price }): PriceToPaste[] => (price ? [price] : []))
  const isReadable = prices.length > 0 && unread.length === 0 && prices.length <= MOST
  const looking = useMutation({
    mutationFn: () => previewPrices(list.id, prices),
    onSuccess: ({ items }) => setPreview(items),
  })
  const saving = useMutation({
    mutationFn: () => setPricesOfList(list.id, list.version, prices, key),
    onSuccess: async ({ changed }) => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('saved', { count: changed }))
      onClose()
    },
  })
  const isSound = preview?.every(({ problem }) => problem === null) ?? false
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="xl"
      radius="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={dialogStyles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          if (preview && isSound) saving.mutate()
          else if (!preview && isReadable) looking.mutate()
        }}
      >
        {!preview && (
          <Textarea
            className={styles.paste}
            label={t('label')}
            description={t('hint', { currency: list.currency })}
            error={problemOf()}
            data-autofocus
            autosize
            minRows={8}
            maxRows={16}
            value={text}
            onChange={(change) => setText(change.currentTarget.value)}
          />
        )}
        {preview && <Changes preview={preview} currency={list.currency} />}
        <DialogFoot
          error={looking.error ?? saving.error}
          submit={t(preview ? 'save' : 'look')}
          busy={preview ? saving.isPending : looking.isPending}
          ready={preview ? isSound : isReadable}
          onBack={() => (preview ? setPreview(undefined) : onClose())}
        />
      </form>
    </Modal>
  )

  function problemOf(): string | undefined {
    const [first] = unread
    if (first) return t('unread', { count: unread.length, line: first.line, words: first.text.slice(0, 60) })
    return prices.length > MOST ? t('tooMany', { most: MOST }) : undefined
  }
}

/** What would change; rows that cannot be set come first. */
function Changes({ preview, currency }: { readonly preview: Preview; readonly currency: string }) {
  const t = useTranslations('pricing.lists.paste')
  const tPrices = useTranslations('pricing.lists.prices')
  const locale = useLocale()
  const wrong = preview.filter(({ problem }) => problem !== null)
  const sound = preview.filter(({ problem }) => problem === null)
  const changed = sound.filter(({ before, after }) => before !== after)
  const shown = (price: string | null) => (price === null ? '–' : formatFinePrice(price, currency, locale))
  return (
    <>
      <p aria-live="polite">
        {t('summary', { changed: changed.length, same: sound.length - changed.length, wrong: wrong.length })}
      </p>
      <ScrollBox label={t('title')}>
        <table className={styles.prices}>
          <thead>
            <tr>
              <th scope="col">{tPrices('goods')}</th>
              <th scope="col" className={styles.figure}>
                {tPrices('from')}
              </th>
              <th scope="col" className={styles.usual}>
                {tPrices('usual')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('before')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...wrong, ...changed].slice(0, SHOWN).map(({ sku, name, from, usual, before, after, problem }, index) => (
              <tr key={`${index} ${sku}`}>
                <td className={styles.goods}>
                  {name || sku}
                  <span className={problem === null ? styles.note : styles.problem}>{problem ?? sku}</span>
                </td>
                <td className={styles.figure}>{from}</td>
                <td className={styles.usual}>{usual && <MoneyText value={usual} muted />}</td>
                <td className={styles.figure}>{shown(before)}</td>
                <td className={styles.figure}>{shown(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}
