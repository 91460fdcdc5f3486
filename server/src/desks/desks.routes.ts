import { operations } from '@allot/contract'
import type { App } from '../platform/http.ts'
import { Problem } from '../platform/problem.ts'
import { anybody, deviceOnly, may } from '../platform/roles.ts'

export function deskRoutes(app: App): void {
  const manage = may('event.manage')
  const read = may('event.manage', 'collection.collect')
  const path = '/events/:event_id/desks'
  const one = `${path}/:desk_id`
  const later = async () => {
    throw new Problem('UNAVAILABLE')
  }
  app.post(path, { config: manage, schema: operations.createDesk }, later)
  app.get(path, { config: read, schema: operations.listDesks }, later)
  app.get(one, { config: read, schema: operations.getDesk }, later)
  app.put(one, { config: manage, schema: operations.updateDesk }, later)
  app.delete(one, { config: manage, schema: operations.archiveDesk }, later)
  app.post(`${one}/devices`, { config: manage, schema: operations.createDeskDevice }, later)
  app.get(`${one}/devices`, { config: read, schema: operations.listDeskDevices }, later)
  app.delete(`${one}/devices/:device_id`, { config: manage, schema: operations.revokeDeskDevice }, later)
  app.post('/desk/enrolments', { config: anybody, schema: operations.enrolDesk }, later)
  app.get('/desk', { config: deviceOnly, schema: operations.getOwnDesk }, later)
  app.get('/desk/people', { config: deviceOnly, schema: operations.listDeskPeople }, later)
  app.post('/desk/leases', { config: deviceOnly, schema: operations.leaseDesk }, later)
  app.delete('/desk/leases/current', { config: deviceOnly, schema: operations.giveBackLease }, later)
}
