import { defineWords } from '../words.ts'
import { de } from './words-de.ts'
import { en } from './words-en.ts'

export const useWebhookWords = defineWords('webhooks', { en, de })
