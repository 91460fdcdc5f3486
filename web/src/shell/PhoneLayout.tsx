import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keepAppOffline } from '../offline/register.ts'
import { keepAnswers } from '../session/keep.ts'
import { meQuery, useIsConfirmed } from '../session/session.ts'

/** How often one looks whether there is a server again. */
const LOOK_AGAIN_MS = 15_000

/** Around the pages for a phone, which open without a network: what they show is kept, and goes with its person. */
export function PhoneLayout() {
  const client = useQueryClient()
  useEffect(() => keepAnswers(client), [client])
  useEffect(keepAppOffline, [])
  useCatchingUp()
  return <Outlet />
}

/** While all there is was kept from before, asks for the server; once it answers, everything is read again. */
function useCatchingUp(): void {
  const client = useQueryClient()
  const isConfirmed = useIsConfirmed()
  useEffect(() => {
    if (isConfirmed) return
    const ask = () => void client.refetchQueries({ queryKey: meQuery.queryKey })
    const timer = setInterval(ask, LOOK_AGAIN_MS)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
      void client.invalidateQueries()
    }
  }, [client, isConfirmed])
}
