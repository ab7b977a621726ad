import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import { Problem } from '../../client/problem.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import type { Column, Pasted } from '../data-table.tsx'
import { sayDone, sayRefused } from '../done.ts'
import { ScrollBox } from '../scroll-box.tsx'
import styles from './list.module.css'
import type { useBatchSaving } from './use-batch-saving.tsx'

interface PasteDialogProps<Row> {
  readonly pasted: readonly Pasted<Row>[]
  readonly titleOf: (row: Row) => string
  readonly save: (row: Row, column: Column<Row>, text: string) => Promise<unknown>
  /** Where cells are saved together. */
  readonly together?: ReturnType<typeof useBatchSaving<Row>> | undefined
  readonly onClose: () => void
}

/** What a pasted block would change, cell by cell, before anything of it is saved; what is refused stays with its reason. */
export function PasteDialog<Row>({ pasted, titleOf, save, together, onClose }: PasteDialogProps<Row>) {
  const t = useTranslations('ui.list')
  const [refused, setRefused] = useState<ReadonlyMap<Pasted<Row>, string>>(new Map())
  const [saved, setSaved] = useState<ReadonlySet<Pasted<Row>>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const wrongOf = ({ row, column, text }: Pasted<Row>): string | undefined => {
    if (!column.editor) return t('paste.notEditable')
    return column.editor.check?.(text, row)
  }
  const changes = pasted.filter((cell) => cell.column.editor?.text(cell.row) !== cell.text && !saved.has(cell))
  const ready = changes.filter((cell) => wrongOf(cell) === undefined)
  const saveAll = async () => {
    setBusy(true)
    if (together) return saveTogether(together)
    const wrong = new Map<Pasted<Row>, string>()
    const done = new Set(saved)
    // One after another: two cells of one row would refuse each other's version.
    for (const cell of ready) {
      const error = await save(cell.row, cell.column, cell.text)
      if (error === undefined) done.add(cell)
      else wrong.set(cell, error instanceof Problem ? error.body.detail || error.body.title : t('notSaved'))
    }
    setBusy(false)
    setSaved(done)
    setRefused(wrong)
    announce(t('paste.done', { count: done.size }))
    if (wrong.size > 0) return
    sayDone(t('paste.done', { count: done.size }))
    onClose()
  }
  const saveTogether = async ({ saveAll: saveBatches, sayUndoable }: NonNullable<typeof together>) => {
    const { saved: now, wrong, held } = await saveBatches(ready)
    setBusy(false)
    setSaved(new Set([...saved, ...now]))
    setRefused(wrong)
    if (now.length > 0) {
      announce(t('paste.done', { count: now.length }))
      sayUndoable(t('paste.done', { count: now.length }), now)
    }
    if (held) sayRefused(held, t('notSaved'))
    if (wrong.size === 0) onClose()
  }
  return (
    <ConfirmDialog
      opened
      wide
      title={t('paste.title')}
      confirm={t('paste.submit', { count: ready.length })}
      busy={isBusy}
      ready={ready.length > 0}
      onConfirm={() => void saveAll()}
      onClose={onClose}
    >
      {changes.length === 0 && <p>{t('paste.nothing')}</p>}
      <ScrollBox label={t('paste.title')} tall>
        <table className={styles.paste}>
          <thead>
            <tr>
              <th scope="col">{t('paste.row')}</th>
              <th scope="col">{t('editor.column')}</th>
              <th scope="col">{t('paste.change')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((cell, index) => {
              const wrong = refused.get(cell) ?? wrongOf(cell)
              return (
                <tr key={index} data-wrong={wrong !== undefined}>
                  <td>{titleOf(cell.row)}</td>
                  <td>{cell.column.header}</td>
                  <td>
                    {wrong === undefined ? (
                      <>
                        <del>{cell.column.editor?.text(cell.row)}</del> <ins>{cell.text}</ins>
                      </>
                    ) : (
                      <>
                        {cell.text} — {wrong}
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
    </ConfirmDialog>
  )
}
