import { createTheme } from '@mantine/core'
import type { CSSVariablesResolver } from '@mantine/core'

const petrol = [
  '#eef6f6',
  '#d9eaea',
  '#b4d6d7',
  '#84bfc2',
  '#5cc0c4',
  '#3c9fa5',
  '#1f7a81',
  '#0f5f67',
  '#0a4c53',
  '#062f34',
] as const

/** Mantine in the design's own values; the colours themselves are in ui/tokens.css. */
export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.22,
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-default': 'var(--bg-raise)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
}

/** Mantine's own variables follow the tokens in both schemes, so that contrast is measured once. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
