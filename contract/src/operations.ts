import { accountOperations } from './account-operations.ts'
import { batchOperations } from './batch-operations.ts'
import { collectionOperations } from './collection-operations.ts'
import { deskOperations } from './desk-operations.ts'
import { closingOperations } from './closing-operations.ts'
import { eventOperations } from './event-operations.ts'
import { exportOperations } from './export-operations.ts'
import { noticeOperations } from './notice-operations.ts'
import { placeOperations } from './place-operations.ts'
import { slotOperations } from './slot-operations.ts'
import { webhookOperations } from './webhook-operations.ts'
import { waitlistOperations } from './waitlist-operations.ts'

/** Every operation of the API, by its name. */
export const operations = {
  ...accountOperations,
  ...eventOperations,
  ...slotOperations,
  ...batchOperations,
  ...exportOperations,
  ...noticeOperations,
  ...webhookOperations,
  ...waitlistOperations,
  ...placeOperations,
  ...deskOperations,
  ...closingOperations,
  ...collectionOperations,
} as const
