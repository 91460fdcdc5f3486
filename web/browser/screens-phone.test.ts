import { testScreens } from './testing/screens.ts'

testScreens({ phone: true }, '-phone')
