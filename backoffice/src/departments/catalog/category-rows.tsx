import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconDotsVertical,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type CSSProperties, type DragEvent } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import type { CategoryLine } from './category-queries.ts'
import { isWithin, placeAfter, wayTo, type TreePlace, type TreeRow, type TreeStep } from './category-tree.ts'
import styles from './category.module.css'

interface CategoryRowsProps {
  readonly items: readonly CategoryLine[]
  readonly rows: readonly TreeRow<CategoryLine>[]
  /** What was found stands without its tree: with the way to it, and nothing is moved. */
  readonly isSearch: boolean
  readonly mayWrite: boolean
  readonly onToggle: (id: string) => void
  readonly onMove: (id: string, place: TreePlace) => void
  readonly onAddBelow: (node: CategoryLine) => void
}

const AT_ONCE = 200
const KEYS: Readonly<Record<string, TreeStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

/** Rows of the tree; so many at once that a flat list of thousands opens as fast as a small one. */
export function CategoryRows(props: CategoryRowsProps) {
  const { items, rows, isSearch, mayWrite, onMove } = props
  const t = useTranslations('catalog.categories')
  const [most, setMost] = useState(AT_ONCE)
  const [dragged, setDragged] = useState<string>()
  const step = (id: string, name: string, to: TreeStep) => {
    const place = placeAfter(items, id, to)
    if (!place) return announce(t('stays', { name }))
    onMove(id, place)
    announce(t(`moved.${to}`, { name }))
  }
  if (rows.length === 0) return <p className={styles.meaning}>{t('noneFound')}</p>
  return (
    <>
      <ul className={styles.rows}>
        {rows.slice(0, most).map((row) => (
          <Row
            key={row.node.id}
            {...props}
            row={row}
            movable={mayWrite && !isSearch}
            dragged={dragged}
            onDrag={setDragged}
            onStep={(to) => step(row.node.id, row.node.name, to)}
          />
        ))}
      </ul>
      {rows.length > most && (
        <div className={styles.more}>
          <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
            {t('more', { count: rows.length - most })}
          </Button>
        </div>
      )}
    </>
  )
}

interface RowProps extends CategoryRowsProps {
  readonly row: TreeRow<CategoryLine>
  readonly movable: boolean
  readonly dragged: string | undefined
  readonly onDrag: (id: string | undefined) => void
  readonly onStep: (to: TreeStep) => void
}

type Drop = 'before' | 'inside' | 'after'

// i18n-dynamic: catalog.categories.moved.*
function Row({ items, row, isSearch, movable, dragged, onDrag, onStep, onToggle, onMove, onAddBelow }: RowProps) {
  const t = useTranslations('catalog.categories')
  const { node, depth, below, isOpen } = row
  const [over, setOver] = useState<Drop>()
  const mayDrop = dragged !== undefined && !isWithin(items, node.id, dragged)
  const drop = (where: Drop) => {
    if (dragged === undefined) return
    const siblings = items.filter(({ parentId }) => parentId === node.parentId)
    const after = siblings[siblings.indexOf(node) + 1]?.id ?? null
    if (where === 'inside') onMove(dragged, { parentId: node.id, beforeId: null })
    else onMove(dragged, { parentId: node.parentId, beforeId: where === 'before' ? node.id : after })
  }
  return (
    // Dragging is for the mouse; the keyboard has Alt with the arrows, and the menu.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.row}
      style={{ '--depth': depth - 1 } as CSSProperties}
      data-over={over}
      data-dragged={dragged === node.id}
      draggable={movable}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = 'move'
        onDrag(node.id)
      }}
      onDragEnd={() => onDrag(undefined)}
      onDragOver={(drag) => {
        if (!mayDrop) return
        drag.preventDefault()
        setOver(dropAt(drag))
      }}
      onDragLeave={() => setOver(undefined)}
      onDrop={(dropped) => {
        dropped.preventDefault()
        if (mayDrop) drop(dropAt(dropped))
        setOver(undefined)
        onDrag(undefined)
      }}
      onKeyDown={(key) => {
        const to = key.altKey && movable ? KEYS[key.key] : undefined
        if (!to) return
        key.preventDefault()
        onStep(to)
      }}
    >
      {below > 0 ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          className="icon-button"
          aria-expanded={isOpen}
          aria-label={t('open', { name: node.name })}
          onClick={() => onToggle(node.id)}
        >
          {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
        </ActionIcon>
      ) : (
        <span className={styles.leaf} />
      )}
      <Thumbnail fileId={node.imageFileId} />
      <span className={styles.words}>
        <Link className={styles.name} to="/products/categories/$id" params={{ id: node.id }}>
          {node.name}
        </Link>
        <span className={styles.note}>
          {[
            isSearch && wayTo(items, node.id).join(' › '),
            t('count', { count: node.productCount }),
            node.drafts > 0 && t('drafts', { count: node.drafts }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.marks}>
        {node.hidden && <StateBadge tone="neutral">{t('hidden')}</StateBadge>}
        {node.missingLanguages.length > 0 && (
          <StateBadge tone="waiting">{t('untranslated', { languages: node.missingLanguages.join(', ') })}</StateBadge>
        )}
      </span>
      {movable && <Hands items={items} node={node} onStep={onStep} onAddBelow={() => onAddBelow(node)} />}
    </li>
  )
}

/** The upper quarter of a row is before it, the lower behind it, the middle inside. */
function dropAt({ currentTarget, clientY }: DragEvent): Drop {
  const { top, height } = currentTarget.getBoundingClientRect()
  const share = (clientY - top) / height
  return share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'inside'
}

const STEPS: readonly (readonly [TreeStep, TablerIcon])[] = [
  ['up', IconArrowUp],
  ['down', IconArrowDown],
  ['in', IconArrowRight],
  ['out', IconArrowLeft],
]

interface HandsProps {
  readonly items: readonly CategoryLine[]
  readonly node: CategoryLine
  readonly onStep: (to: TreeStep) => void
  readonly onAddBelow: () => void
}

// i18n-dynamic: catalog.categories.steps.*
/** What the mouse does by dragging, for fingers and keys. */
function Hands({ items, node, onStep, onAddBelow }: HandsProps) {
  const t = useTranslations('catalog.categories')
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className="icon-button" aria-label={t('hands', { name: node.name })}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {STEPS.map(([step, Icon]) => (
          <Menu.Item
            key={step}
            leftSection={<Icon size={16} aria-hidden />}
            disabled={placeAfter(items, node.id, step) === undefined}
            onClick={() => onStep(step)}
          >
            {t(`steps.${step}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={onAddBelow}>
          {t('addBelow')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
