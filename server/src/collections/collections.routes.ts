import { operations } from '@allot/contract'
import type { App } from '../platform/http.ts'
import { Problem } from '../platform/problem.ts'
import { may, mayOrDevice } from '../platform/roles.ts'

export function collectionRoutes(app: App): void {
  const later = async () => {
    throw new Problem('UNAVAILABLE')
  }
  const read = may('registration.read', 'collection.collect')
  app.post(
    '/events/:event_id/collections',
    { config: mayOrDevice('collection.collect'), schema: operations.collect },
    later,
  )
  app.post(
    '/events/:event_id/collections/:collection_id/undo',
    { config: mayOrDevice('event.manage', 'collection.collect'), schema: operations.undoCollection },
    later,
  )
  app.get('/events/:event_id/collections', { config: read, schema: operations.listCollections }, later)
  app.get('/events/:event_id/inventory', { config: read, schema: operations.getInventory }, later)
  app.get('/events/:event_id/day', { config: read, schema: operations.getDay }, later)
  app.post(
    '/events/:event_id/registrations/:registration_id/qr',
    { config: may('event.manage', 'registration.own'), schema: operations.replaceQr },
    later,
  )
}
