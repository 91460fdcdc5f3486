import { testScreens } from './testing/screens.ts'

testScreens({}, '')
