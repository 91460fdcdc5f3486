import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './shell.css'
import './narrow.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLive } from '../session/live.ts'
import { useProfile } from '../session/profile.ts'
import { useTheme } from '../session/theme.ts'
import { cssVariables, theme } from '../theme.ts'
import { defineWords } from '../words.ts'
import { EventNav, Sidebar } from './Sidebar.tsx'
import { TabBar } from './TabBar.tsx'
import { TopBar } from './TopBar.tsx'
import { LiveContext } from './live-context.ts'
import type { LiveEntry } from '../session/live.ts'

const useWords = defineWords('layout', {
  en: { skip: 'Skip to the page' },
  de: { skip: 'Zur Seite springen' },
})

/** Working screens need the width: the sidebar is a rail of icons there. */
const slimPages = /\/(approvals|options|budget)$/

/** The frame of an organiser's pages: navigation, top bar, the page, and what is live. */
export function AppLayout() {
  const say = useWords()
  useProfile()
  const { eventId } = useParams({ strict: false }) as { eventId?: string }
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const scheme = useTheme()
  const [entries, setEntries] = useState<LiveEntry[]>([])
  const onEntry = useMemo(() => (entry: LiveEntry) => setEntries((known) => [entry, ...known].slice(0, 50)), [])
  const state = useLive(eventId, onEntry)
  const live = useMemo(() => ({ state, entries }), [state, entries])
  const isSlim = slimPages.test(path)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <Notifications position="bottom-center" />
      <LiveContext value={live}>
        <a className="skip" href="#page">
          {say('skip')}
        </a>
        <div className={isSlim ? 'app slim' : 'app'}>
          <Sidebar isSlim={isSlim}>{eventId !== undefined && <EventNav eventId={eventId} isSlim={isSlim} />}</Sidebar>
          <TopBar eventId={eventId} />
          <main className="main" id="page" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <TabBar eventId={eventId} />
      </LiveContext>
    </MantineProvider>
  )
}
