import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './shell.css'
import './narrow.css'
import './notices.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useProfile } from '../session/profile.ts'
import { useTheme } from '../session/theme.ts'
import { cssVariables, theme } from '../theme.ts'
import { LiveProvider } from './LiveProvider.tsx'
import { EventNav, Sidebar } from './Sidebar.tsx'
import { TabBar } from './TabBar.tsx'
import { TopBar } from './TopBar.tsx'
import { OpenersContext } from './openers.ts'
import { loadFind, loadKeys } from './preload.ts'
import { useAppKeys } from './use-app-keys.ts'
import { useShellWords } from './words.ts'

const Find = lazy(() => loadFind().then(({ Find }) => ({ default: Find })))
const KeysDialog = lazy(() => loadKeys().then(({ KeysDialog }) => ({ default: KeysDialog })))

/** Working screens need the width: the sidebar is a rail of icons there. */
const slimPages = /\/(approvals|options|budget)$/

/** The frame of an organiser's pages: navigation, top bar, the page, what is live, and what opens over them. */
export function AppLayout() {
  const say = useShellWords()
  useProfile()
  const { eventId } = useParams({ strict: false }) as { eventId?: string }
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const scheme = useTheme()
  const [finds, setFinds] = useState(0)
  const [areKeysShown, setKeysShown] = useState(false)
  const openers = useMemo(
    () => ({ find: () => setFinds((count) => count + 1), showKeys: () => setKeysShown(true) }),
    [],
  )
  useAppKeys(eventId, openers)
  const isSlim = slimPages.test(path)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <Notifications position="bottom-center" />
      <LiveProvider eventId={eventId}>
        <OpenersContext value={openers}>
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
          <Suspense>
            {finds > 0 && <Find eventId={eventId} asked={finds} />}
            {areKeysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
          </Suspense>
        </OpenersContext>
      </LiveProvider>
    </MantineProvider>
  )
}
