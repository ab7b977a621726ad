import { ActionIcon, Button, Progress, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import type { Language } from '../../app/messages/languages.ts'
import { FocalPoint, type Focal } from './focal-point.tsx'
import { FormError } from '../form-error.tsx'
import styles from './media-input.module.css'
import { movedTo } from './moved-to.ts'
import { useUploads, type Upload } from './use-uploads.ts'

export interface Picture {
  readonly fileId: string
  /** What it shows, by language. */
  readonly alts: Readonly<Record<string, string | undefined>>
  /** What must be seen where a box crops it; the middle unless told. */
  readonly focal?: Focal | null | undefined
}

interface MediaInputProps {
  readonly pictures: readonly Picture[]
  /** Each file is sent there. */
  readonly address: string
  readonly language: Language
  readonly disabled: boolean
  readonly onAdded: (answer: unknown) => void
  readonly onArrange: (pictures: readonly Picture[]) => void
  readonly onRemove: (picture: Picture) => void
}

/** Pictures in their order: added by button, dropped or pasted; moved by mouse or by buttons; each with what it shows. */
export function MediaInput({ pictures, address, language, disabled, onAdded, onArrange, onRemove }: MediaInputProps) {
  const t = useTranslations('ui.form.media')
  const { uploads, add } = useUploads(address, onAdded)
  const [over, setOver] = useState(false)
  const [dragged, setDragged] = useState<string>()
  const choose = useRef<HTMLInputElement>(null)
  usePastedPictures(disabled ? undefined : add)
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= pictures.length) return
    onArrange(movedTo(pictures, from, to))
    announce(t('moved', { number: from + 1, to: to + 1 }))
  }
  const isFiles = (drag: DragEvent) => !disabled && drag.dataTransfer.types.includes('Files')
  return (
    // Dropping is for the mouse; the keyboard has the button below.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.media}
      data-over={over}
      onDragOver={(drag) => {
        if (!isFiles(drag)) return
        drag.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        setOver(false)
        if (!isFiles(drop)) return
        drop.preventDefault()
        add([...drop.dataTransfer.files])
      }}
    >
      {pictures.length > 0 && (
        <ol className={styles.pictures}>
          {pictures.map((picture, at) => (
            // Dragging is for the mouse; the keyboard has the buttons below.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={picture.fileId}
              className={styles.picture}
              data-dragged={dragged === picture.fileId}
              draggable={!disabled}
              onDragStart={() => setDragged(picture.fileId)}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(drag) => dragged !== undefined && drag.preventDefault()}
              onDrop={() => {
                if (dragged !== undefined)
                  move(
                    pictures.findIndex(({ fileId }) => fileId === dragged),
                    at,
                  )
              }}
            >
              <img
                src={`/files/${picture.fileId}/320.webp`}
                alt=""
                width={160}
                height={160}
                loading="lazy"
                style={picture.focal ? { objectPosition: `${picture.focal.x}% ${picture.focal.y}%` } : undefined}
              />
              {at === 0 && <span className={styles.cover}>{t('cover')}</span>}
              <AltText
                key={language}
                picture={picture}
                number={at + 1}
                language={language}
                disabled={disabled}
                onSay={(words) =>
                  onArrange(pictures.map((one) => (one === picture ? withAlt(picture, language, words) : one)))
                }
              />
              {!disabled && (
                <Hands
                  number={at + 1}
                  isFirst={at === 0}
                  isLast={at === pictures.length - 1}
                  onMove={(steps) => move(at, at + steps)}
                  onRemove={() => onRemove(picture)}
                >
                  <FocalPoint
                    fileId={picture.fileId}
                    number={at + 1}
                    focal={picture.focal ?? undefined}
                    onSet={(focal) => onArrange(pictures.map((one) => (one === picture ? { ...picture, focal } : one)))}
                  />
                </Hands>
              )}
            </li>
          ))}
        </ol>
      )}
      <Uploads uploads={uploads} />
      {!disabled && (
        <div className={styles.add}>
          <Button
            variant="default"
            leftSection={<IconPhotoPlus size={18} aria-hidden />}
            onClick={() => choose.current?.click()}
          >
            {t('add')}
          </Button>
          <span className={styles.hint}>{t('hint')}</span>
          <input
            ref={choose}
            type="file"
            accept="image/*"
            multiple
            hidden
            aria-label={t('add')}
            onChange={(change) => {
              add([...(change.currentTarget.files ?? [])])
              change.currentTarget.value = ''
            }}
          />
        </div>
      )}
    </div>
  )
}

function withAlt(picture: Picture, language: Language, words: string): Picture {
  return { ...picture, alts: { ...picture.alts, [language]: words } }
}

/** A picture on the clipboard, pasted anywhere but into a field of text. */
function usePastedPictures(add: ((files: readonly File[]) => void) | undefined): void {
  useEffect(() => {
    if (!add) return
    const take = (paste: ClipboardEvent) => {
      const inField =
        paste.target instanceof HTMLElement && paste.target.matches('input, textarea, [contenteditable] *')
      const pictures = [...(paste.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
      if (inField || pictures.length === 0) return
      paste.preventDefault()
      add(pictures)
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  })
}

interface AltTextProps {
  readonly picture: Picture
  readonly number: number
  readonly language: Language
  readonly disabled: boolean
  readonly onSay: (words: string) => void
}

/** What the picture shows, for those who do not see it; saved when the field is left. */
function AltText({ picture, number, language, disabled, onSay }: AltTextProps) {
  const t = useTranslations('ui.form.media')
  const before = picture.alts[language] ?? ''
  const [words, setWords] = useState(before)
  const save = () => {
    if (words.trim() !== before) onSay(words.trim())
  }
  return (
    <TextInput
      size="xs"
      lang={language}
      aria-label={t('shows', { number })}
      placeholder={picture.alts.en || t('showsPlaceholder')}
      maxLength={255}
      disabled={disabled}
      value={words}
      onChange={(change) => setWords(change.currentTarget.value)}
      onBlur={save}
      onKeyDown={(key) => key.key === 'Enter' && save()}
    />
  )
}

interface HandsProps {
  readonly number: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (steps: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** What the mouse does by dragging, for the keyboard. */
function Hands({ number, isFirst, isLast, onMove, onRemove, children }: HandsProps) {
  const t = useTranslations('ui.form.media')
  const look = { variant: 'subtle', color: 'gray', className: 'icon-button' } as const
  return (
    <div className={styles.hands}>
      <ActionIcon {...look} aria-label={t('earlier', { number })} disabled={isFirst} onClick={() => onMove(-1)}>
        <IconArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('later', { number })} disabled={isLast} onClick={() => onMove(1)}>
        <IconArrowRight size={18} aria-hidden />
      </ActionIcon>
      {children}
      <ActionIcon {...look} aria-label={t('remove', { number })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** What is on its way, and what could not be taken. */
function Uploads({ uploads }: { readonly uploads: readonly Upload[] }) {
  const t = useTranslations('ui.form.media')
  const format = useFormatter()
  const id = useId()
  if (uploads.length === 0) return null
  return (
    <ul className={styles.uploads}>
      {uploads.map(({ id: key, name, share, error, cancel, retry }) => (
        <li key={key} className={styles.upload}>
          <span id={id + key} className={styles.name}>
            {name}
          </span>
          {error ? (
            <>
              <FormError error={error} />
              <Button size="compact-sm" variant="default" onClick={retry}>
                {t('retry')}
              </Button>
            </>
          ) : (
            <>
              <Progress.Root className={styles.bar}>
                <Progress.Section value={share * 100} aria-labelledby={id + key} animated={share === 1} />
              </Progress.Root>
              <span className={styles.share}>{format.number(share, { style: 'percent' })}</span>
            </>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={t('cancel', { name })} onClick={cancel}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
