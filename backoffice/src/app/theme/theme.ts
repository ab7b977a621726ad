import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The lagoon: the house's own colour, for what can be done and what is chosen. */
const lagoon: MantineColorsTuple = [
  '#e9f6f5',
  '#d2ebe9',
  '#a6d8d4',
  '#75c2bd',
  '#43a9a4',
  '#1f8f8b',
  '#0f7773',
  '#0c625f',
  '#0b4f4e',
  '#083b3c',
]
/** Terracotta: the warm accent, and what is dangerous. */
const brick: MantineColorsTuple = [
  '#fdf0ea',
  '#fadfd3',
  '#f3bda5',
  '#ea9873',
  '#df774a',
  '#cf5f30',
  '#b54b1f',
  '#963c18',
  '#773015',
  '#5a2511',
]
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0ea',
  '#e6e2d9',
  '#d3cec3',
  '#b3aea3',
  '#8b877e',
  '#65635d',
  '#4b4a46',
  '#333330',
  '#1f1f1d',
]
const dark: MantineColorsTuple = [
  '#e3eceb',
  '#c3d0cf',
  '#9fb0af',
  '#768988',
  '#3d5052',
  '#2b3b3e',
  '#1d2a2d',
  '#152023',
  '#0f191b',
  '#0a1214',
]

const fontFamily =
  '"Inter Variable", Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Open Sans", sans-serif'

export const theme = createTheme({
  colors: { lagoon, brick, gray, dark },
  primaryColor: 'lagoon',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  black: '#12211f',
  fontFamily,
  headings: { fontFamily, fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.5rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Mantine locks the page's scroll by an injected <style>, which the content security policy forbids; frame.css does it.
    // The dialog's head is no banner of the page.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        attributes: { header: { role: 'none' } },
      },
    },
    Drawer: { defaultProps: { lockScroll: false, attributes: { header: { role: 'none' } } } },
    // Inside the landmark that they belong to, not at the page's end.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { withinPortal: false } },
  },
})

/** What the house says differently from Mantine; AA contrast is checked by axe in both appearances. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-dimmed': '#5b625f',
    '--mantine-color-placeholder': '#6d726f',
    '--mantine-color-default-border': '#d8d4ca',
    '--mantine-color-error': '#b3361b',
    '--mantine-color-anchor': '#0c625f',
    '--office-surface': '#ffffff',
    '--office-sunken': '#f3f0ea',
    '--office-line': '#e6e2d9',
    '--office-hover': '#f6f4ee',
    '--office-rail': '#0b2f33',
    '--office-rail-line': '#1c464a',
    '--office-rail-text': '#c5dad8',
    '--office-rail-strong': '#ffffff',
    '--office-rail-hover': '#12393d',
    '--office-rail-active': '#17484c',
    '--office-accent': '#e0a458',
    '--office-fresh': '#fbf0da',
    '--office-shadow': '0 1px 2px rgb(18 33 31 / 5%)',
  },
  dark: {
    '--mantine-color-body': '#0f191b',
    '--mantine-color-text': '#e3eceb',
    '--mantine-color-dimmed': '#9fb0af',
    '--mantine-color-placeholder': '#869998',
    '--mantine-color-default': '#1d2a2d',
    '--mantine-color-default-hover': '#24343780',
    '--mantine-color-default-border': '#3d5052',
    '--mantine-color-error': '#f08a68',
    '--mantine-color-anchor': '#75c2bd',
    '--office-surface': '#152023',
    '--office-sunken': '#0c1517',
    '--office-line': '#26363a',
    '--office-hover': '#1a282b',
    '--office-rail': '#0a1315',
    '--office-rail-line': '#1c2c2f',
    '--office-rail-text': '#a9bcbb',
    '--office-rail-strong': '#ffffff',
    '--office-rail-hover': '#142124',
    '--office-rail-active': '#1a3134',
    '--office-accent': '#e6b36d',
    '--office-fresh': '#2a2c1e',
    '--office-shadow': 'none',
  },
})
