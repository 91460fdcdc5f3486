import { requestText, withHttpClients } from './http-client.ts'
import { drive } from './load.ts'
import type { Load } from './load.ts'
import type { Stage } from './stage.ts'

/** The ceiling: the most that the server answers at all. /healthz reads nothing, writes nothing and asks nobody who they are. */
export async function askHealth({ server }: Stage, clients: number, seconds: number): Promise<Load> {
  const request = requestText('GET', '/healthz')
  return withHttpClients([server.port], clients, (clients) => {
    const askers = clients.map((client) => async () => String((await client.ask(request)).status))
    return drive(askers, seconds, () => request, '200')
  })
}
