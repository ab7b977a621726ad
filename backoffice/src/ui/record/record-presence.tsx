import { Popover, UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import { useIsChanging } from './changing.ts'
import { initialsOf } from './initials-of.ts'
import styles from './record-presence.module.css'
import { usePresence, type Present, type PresentAt } from './use-presence.ts'

const MOST_SHOWN = 3

/** Who else has this record open, and who is changing it; the house is asked every few seconds. */
export function RecordPresence({ record }: { readonly record: PresentAt }) {
  const people = usePresence(record, useIsChanging())
  return <PresentPeople people={people} />
}

/** Shown alone in the gallery. */
export function PresentPeople({ people }: { readonly people: readonly Present[] }) {
  const t = useTranslations('ui.presence')
  const format = useFormatter()
  const [isOpen, setOpen] = useState(false)
  const editors = people.filter(({ editing }) => editing)
  const editing =
    editors.length === 1
      ? t('isEditing', { name: editors[0]?.name ?? '' })
      : editors.length > 1
        ? t('areEditing', { count: editors.length })
        : ''
  const here = people.length > 0 ? t('alsoHere', { names: format.list(people.map(({ name }) => name)) }) : ''
  useAnnounced([here, editing].filter(Boolean).join(' '), t('alone'))
  if (people.length === 0) return null
  // Whoever changes something is among those whose face is shown.
  const faces = people.toSorted((a, b) => Number(b.editing) - Number(a.editing))
  const more = faces.length - MOST_SHOWN
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <UnstyledButton className={styles.people} onClick={() => setOpen(!isOpen)}>
          <span className="sr-only">{here} </span>
          {editors.length === 1 ? (
            <span className={styles.editing}>
              <span className={styles.who}>{editors[0]?.name}</span> <span>{t('editing')}</span>
            </span>
          ) : (
            <span className={styles.editing}>{editing}</span>
          )}
          <span className={styles.faces} aria-hidden>
            {faces.slice(0, MOST_SHOWN).map((person) => (
              <Face key={person.id} person={person} />
            ))}
            {more > 0 && <span className={styles.face}>+{more}</span>}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <p className={styles.title}>{t('title')}</p>
        <ul className={styles.list}>
          {faces.map((person) => (
            <li key={person.id}>
              <Face person={person} />
              <span className={styles.name}>
                {person.name}
                {person.editing && <span className={styles.note}>{t('editing')}</span>}
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

function Face({ person: { name, editing } }: { readonly person: Present }) {
  return (
    <span className={styles.face} data-editing={editing || undefined} title={name} aria-hidden>
      {initialsOf(name)}
      {editing && (
        <span className={styles.pencil}>
          <IconPencil size={9} stroke={2.5} />
        </span>
      )}
    </span>
  )
}

/** Those who listen hear who comes, begins to change something and goes; not that nobody was there to begin with. */
function useAnnounced(text: string, alone: string): void {
  const said = useRef('')
  useEffect(() => {
    if (text === said.current) return
    said.current = text
    announce(text === '' ? alone : text)
  }, [text, alone])
}
