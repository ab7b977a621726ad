import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconFocusCentered } from '@tabler/icons-react'
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslations } from 'use-intl'
import styles from './focal-point.module.css'

/** Per cent from the left and from the top. */
export interface Focal {
  readonly x: number
  readonly y: number
}

const MIDDLE: Focal = { x: 50, y: 50 }
const STEP = 5
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

interface FocalPointProps {
  readonly fileId: string
  readonly number: number
  readonly focal: Focal | undefined
  /** Null for the middle. */
  readonly onSet: (focal: Focal | null) => void
}

/** What of a picture must be seen where a box crops it: a dot that is dragged, or moved by the arrow keys. */
export function FocalPoint({ fileId, number, focal, onSet }: FocalPointProps) {
  const t = useTranslations('ui.form.media')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color={focal ? undefined : 'gray'}
        className="icon-button"
        aria-label={t('focal.open', { number })}
        onClick={() => setOpened(true)}
      >
        <IconFocusCentered size={18} aria-hidden />
      </ActionIcon>
      {opened && (
        <FocalDialog
          fileId={fileId}
          focal={focal ?? MIDDLE}
          onClose={() => setOpened(false)}
          onSet={(set) => {
            setOpened(false)
            onSet(set.x === MIDDLE.x && set.y === MIDDLE.y ? null : set)
          }}
        />
      )}
    </>
  )
}

interface FocalDialogProps {
  readonly fileId: string
  readonly focal: Focal
  readonly onClose: () => void
  readonly onSet: (focal: Focal) => void
}

function FocalDialog({ fileId, focal, onClose, onSet }: FocalDialogProps) {
  const t = useTranslations('ui.form.media')
  const [at, setAt] = useState(focal)
  const plane = useRef<HTMLDivElement>(null)
  const hint = useId()
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const box = plane.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return
    setAt({ x: percent((clientX - box.left) / box.width), y: percent((clientY - box.top) / box.height) })
  }
  const step = (key: KeyboardEvent) => {
    const by = KEYS[key.key]
    if (!by) return
    key.preventDefault()
    setAt(({ x, y }) => ({ x: within(x + by[0]), y: within(y + by[1]) }))
  }
  return (
    <Modal opened onClose={onClose} title={t('focal.title')} closeButtonProps={{ 'aria-label': t('focal.close') }}>
      <p id={hint} className={styles.hint}>
        {t('focal.hint')}
      </p>
      <div
        ref={plane}
        className={styles.plane}
        onPointerDown={(pointer) => {
          pointer.currentTarget.setPointerCapture(pointer.pointerId)
          follow(pointer)
        }}
        onPointerMove={(pointer) => pointer.buttons > 0 && follow(pointer)}
      >
        <img src={`/files/${fileId}/640.webp`} alt="" draggable={false} />
        <button
          type="button"
          className={styles.dot}
          style={{ left: `${at.x}%`, top: `${at.y}%` }}
          aria-describedby={hint}
          aria-label={t('focal.at', { x: at.x, y: at.y })}
          onKeyDown={step}
          data-autofocus
        />
      </div>
      <div className={styles.crops} aria-hidden>
        {['1 / 1', '3 / 4', '16 / 9'].map((shape) => (
          <img
            key={shape}
            src={`/files/${fileId}/320.webp`}
            alt=""
            style={{ aspectRatio: shape, objectPosition: `${at.x}% ${at.y}%` }}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => setAt(MIDDLE)}>
          {t('focal.middle')}
        </Button>
        <Button onClick={() => onSet(at)}>{t('focal.set')}</Button>
      </div>
    </Modal>
  )
}

const within = (value: number) => Math.min(100, Math.max(0, value))
const percent = (share: number) => within(Math.round(share * 100))
