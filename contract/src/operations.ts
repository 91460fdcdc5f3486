import { accountOperations } from './account-operations.ts'
import { batchOperations } from './batch-operations.ts'
import { eventOperations } from './event-operations.ts'

/** Every operation of the API, by its name. */
export const operations = { ...accountOperations, ...eventOperations, ...batchOperations } as const
