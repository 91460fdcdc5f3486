import { accountOperations } from './account-operations.ts'
import { eventOperations } from './event-operations.ts'

/** Every operation of the API, by its name. */
export const operations = { ...accountOperations, ...eventOperations } as const
