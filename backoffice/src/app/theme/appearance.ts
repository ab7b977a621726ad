import { localStorageColorSchemeManager } from '@mantine/core'

/** The key that public/appearance.js reads before the first paint. */
export const appearanceStore = localStorageColorSchemeManager({ key: 'fondaco-appearance' })
