import { IconContrast, IconKeyboard, IconLogout, IconMoon, IconSun, IconSunrise } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { currentActions, useActions, type Action } from '../../ui/use-actions.ts'
import { departments } from '../departments.ts'
import { signOut, useCan } from '../session/session.ts'
import { useAppearance } from '../theme/use-appearance.ts'
import { createKeyFollower, opensPalette, takesKeys } from './keys.ts'
import { singleKeysOn } from './single-keys.ts'
import { showOverlay, useOverlay } from './overlay.ts'

const Palette = lazy(() => import('./palette.tsx'))
const ShortcutHelp = lazy(() => import('./shortcut-help.tsx'))

/** Hears the keys of the whole office, and holds what they open. */
export function PaletteHost() {
  useHouseActions()
  useKeys()
  const overlay = useOverlay()
  const close = () => showOverlay('none')
  return (
    <Suspense>
      {overlay === 'palette' && <Palette onClose={close} />}
      {overlay === 'help' && <ShortcutHelp onClose={close} />}
    </Suspense>
  )
}

function useKeys(): void {
  const [follow] = useState(() => createKeyFollower(() => performance.now()))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (opensPalette(event)) {
        event.preventDefault()
        showOverlay('palette')
        return
      }
      if (takesKeys(event.target) || isDialogOpen() || !singleKeysOn()) return
      const actions = currentActions().filter(({ keys, refusal }) => keys && !refusal)
      const pressed = follow(
        event,
        actions.map(({ keys = '' }) => keys),
      )
      if (pressed === undefined) return
      event.preventDefault()
      actions.find(({ keys }) => keys === pressed)?.run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [follow])
}

/** A dialog has its own keys; what lies below it must not act. */
function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true],[role=menu]') !== null
}

/** The screens of the menu, and what can be done wherever one is. */
function useHouseActions(): void {
  const t = useTranslations()
  const can = useCan()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { choose } = useAppearance()
  const actions = useMemo<Action[]>(() => {
    const open = (to: string) => () => void navigate({ to })
    const today: Action = {
      id: 'screen:/',
      label: t('app.board.title'),
      keys: 'g h',
      icon: IconSunrise,
      kind: 'screen',
      run: open('/'),
    }
    const screens = departments
      .flatMap(({ menu }) => menu)
      .filter(({ permission }) => can(permission))
      .map(({ to, label, icon, keys }): Action => ({
        id: `screen:${to}`,
        label: t(label),
        icon,
        kind: 'screen',
        ...(keys ? { keys } : {}),
        run: open(to),
      }))
    const tasks = departments
      .flatMap((department) => department.actions ?? [])
      .filter(({ permission }) => can(permission))
      .map(({ to, label, icon, kind = 'action' }): Action => ({
        id: `action:${to}`,
        label: t(label),
        icon,
        kind,
        run: open(to),
      }))
    return [
      today,
      ...screens,
      ...tasks,
      { id: 'palette', label: t('app.palette.open'), keys: '/', run: () => showOverlay('palette') },
      { id: 'help', label: t('app.palette.help'), keys: '?', icon: IconKeyboard, run: () => showOverlay('help') },
      { id: 'light', label: t('app.palette.light'), icon: IconSun, run: () => choose({ theme: 'light' }) },
      { id: 'dark', label: t('app.palette.dark'), icon: IconMoon, run: () => choose({ theme: 'dark' }) },
      {
        id: 'contrast',
        label: t('app.palette.contrast'),
        icon: IconContrast,
        run: () => choose({ theme: 'contrast' }),
      },
      { id: 'sign-out', label: t('app.shell.signOut'), icon: IconLogout, run: () => void signOut(client) },
    ]
  }, [t, can, client, navigate, choose])
  useActions(actions)
}
