/** Files over 500 lines and how many they have: a debt that may shrink and never grow. Path -> lines. */
export const LONG_FILES: Record<string, number> = {}
