import { defineWords } from '../words.ts'
import { de } from './studio-words-de.ts'
import { en } from './studio-words-en.ts'

export const useStudioWords = defineWords('studio', { en, de })
