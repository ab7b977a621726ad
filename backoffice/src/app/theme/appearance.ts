import { localStorageColorSchemeManager } from '@mantine/core'
import type { Got } from '../../client/api.ts'

export type Preferences = Got<'/api/preferences'>
export type Theme = Preferences['theme']
export type Density = Preferences['density']

/** The key that public/appearance.js reads before the first paint. */
export const appearanceStore = localStorageColorSchemeManager({ key: 'fondaco-appearance' })

const CONTRAST_KEY = 'fondaco-contrast'
const DENSITY_KEY = 'fondaco-density'

/** High contrast is light or dark as the device is; the attribute makes both stronger (theme/contrast.css). */
export function showContrast(more: boolean): void {
  if (more) document.documentElement.dataset.contrast = 'more'
  else delete document.documentElement.dataset.contrast
  keep(CONTRAST_KEY, more ? 'more' : null)
}

export function showDensity(density: Density): void {
  document.documentElement.dataset.density = density
  keep(DENSITY_KEY, density)
}

export function shownContrast(): boolean {
  return document.documentElement.dataset.contrast === 'more'
}

export function shownDensity(): Density {
  return document.documentElement.dataset.density === 'dense' ? 'dense' : 'roomy'
}

/** Whether somebody chose on this device; who did not gets what they chose elsewhere. */
export function isChosenHere(): boolean {
  try {
    return localStorage.getItem('fondaco-appearance') !== null || localStorage.getItem(DENSITY_KEY) !== null
  } catch {
    return false
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
