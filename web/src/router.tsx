import type { QueryClient } from '@tanstack/react-query'
import {
  Outlet,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Unreachable, isSignedOut, isUnanswered } from './api.ts'
import { paths } from './paths.ts'
import { hasKept, restoreKept } from './session/keep.ts'
import { forgetKept } from './session/kept.ts'
import { meQuery } from './session/session.ts'
import { GonePage, LostPage } from './shell/GonePage.tsx'
import { PhoneLayout } from './shell/PhoneLayout.tsx'

type Context = { client: QueryClient }
type Entering = { context: Context; location: { href: string } }

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: GonePage,
  errorComponent: ({ error, reset }) => <LostPage error={error} onRetry={reset} />,
})

/** Whoever is not signed in is led to sign in, and back to where they wanted to go. */
async function requireSession({ context, location }: Entering) {
  try {
    await context.client.ensureQueryData(meQuery)
  } catch (error) {
    if (!isSignedOut(error)) throw error
    forgetKept()
    throw redirect({ href: paths.signIn(location.href) })
  }
}

/** How long one waits to hear who is there, where something is kept to show instead, in milliseconds. */
const PATIENCE_MS = 4_000

/** The pages for a phone open without an answer too, with what was kept of the one who was here last. */
async function requireSessionOrKept(entering: Entering) {
  try {
    await (hasKept() ? within(PATIENCE_MS, requireSession(entering)) : requireSession(entering))
  } catch (error) {
    if (!isUnanswered(error) || !restoreKept(entering.context.client)) throw error
  }
}

function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
  const tooLate = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Unreachable()), milliseconds))
  return Promise.race([promise, tooLate])
}

type Search = Record<string, string | undefined>
/** Filters live in the address; each page reads the ones it knows. */
const anySearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === '' ? [] : [[key, String(value)]])))

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async (options) => {
    await requireSession(options)
    const me = options.context.client.getQueryData(meQuery.queryKey)
    const may = (permission: string) => me?.permissions.includes(permission) === true
    // Who only hands out works at a desk, which is a page of its own.
    if (may('collection.collect') && !may('registration.read')) {
      location.replace(paths.desk)
      return new Promise<never>(() => {})
    }
    throw redirect({ href: may('registration.read') ? paths.events : paths.mine })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./accounts/SignInPage.tsx'), 'SignInPage'),
})

const offer = createRoute({
  getParentRoute: () => root,
  path: '/offer',
  component: lazyRouteComponent(() => import('./waitlist/OfferPage.tsx'), 'OfferPage'),
})

const phone = createRoute({
  getParentRoute: () => root,
  id: 'phone',
  beforeLoad: requireSessionOrKept,
  component: PhoneLayout,
})

const eventPage = createRoute({
  getParentRoute: () => phone,
  path: '/e/$slug',
  component: lazyRouteComponent(() => import('./event-page/EventPage.tsx'), 'EventPage'),
})

const mine = createRoute({
  getParentRoute: () => phone,
  path: '/mine',
  component: lazyRouteComponent(() => import('./mine/MinePage.tsx'), 'MinePage'),
})

const myInbox = createRoute({
  getParentRoute: () => phone,
  path: '/mine/inbox',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./notifications/MyInboxPage.tsx'), 'MyInboxPage'),
})

const myRegistration = createRoute({
  getParentRoute: () => phone,
  path: '/mine/$registrationId',
  component: lazyRouteComponent(() => import('./mine/MyRegistrationPage.tsx'), 'MyRegistrationPage'),
})

const app = createRoute({
  getParentRoute: () => root,
  path: '/app',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./shell/AppLayout.tsx'), 'AppLayout'),
})

const appHome = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: paths.events })
  },
})

const events = createRoute({
  getParentRoute: () => app,
  path: '/events',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./events/EventsPage.tsx'), 'EventsPage'),
})

const newEvent = createRoute({
  getParentRoute: () => app,
  path: '/events/new',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./events/StudioPage.tsx'), 'StudioPage'),
})

const studio = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/edit',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./events/StudioPage.tsx'), 'StudioPage'),
})

const overview = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId',
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const approvals = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/approvals',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./approvals/ApprovalsPage.tsx'), 'ApprovalsPage'),
})

const options = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/options',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./options/OptionsPage.tsx'), 'OptionsPage'),
})

const registrations = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/registrations',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./registrations/RegistrationsPage.tsx'), 'RegistrationsPage'),
})

const registration = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/registrations/$registrationId',
  component: lazyRouteComponent(() => import('./registrations/RegistrationPage.tsx'), 'RegistrationPage'),
})

const budget = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/budget',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./budget/BudgetPage.tsx'), 'BudgetPage'),
})

const eventAudit = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/audit',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
})

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
})

const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const apiKeys = createRoute({
  getParentRoute: () => app,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./people/ApiKeysPage.tsx'), 'ApiKeysPage'),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./people/SettingsPage.tsx'), 'SettingsPage'),
})

const profile = createRoute({
  getParentRoute: () => app,
  path: '/profile',
  component: lazyRouteComponent(() => import('./people/ProfilePage.tsx'), 'ProfilePage'),
})

const inbox = createRoute({
  getParentRoute: () => app,
  path: '/inbox',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./notifications/InboxPage.tsx'), 'InboxPage'),
})

const outbox = createRoute({
  getParentRoute: () => app,
  path: '/outbox',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./outbox/OutboxPage.tsx'), 'OutboxPage'),
})

const messages = createRoute({
  getParentRoute: () => app,
  path: '/messages',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./notifications/MessagesPage.tsx'), 'MessagesPage'),
})

const eventMessages = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/messages',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./notifications/MessagesPage.tsx'), 'MessagesPage'),
})

const webhooks = createRoute({
  getParentRoute: () => app,
  path: '/webhooks',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
})

const waitlist = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/waitlist',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./waitlist/WaitlistPage.tsx'), 'WaitlistPage'),
})

const closing = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/closing',
  component: lazyRouteComponent(() => import('./closing/ClosingPage.tsx'), 'ClosingPage'),
})
const desks = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/desks',
  component: lazyRouteComponent(() => import('./desks/DesksPage.tsx'), 'DesksPage'),
})

const day = createRoute({
  getParentRoute: () => app,
  path: '/events/$eventId/day',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./day/DayPage.tsx'), 'DayPage'),
})

const tree = root.addChildren([
  home,
  signIn,
  offer,
  phone.addChildren([eventPage, mine, myInbox, myRegistration]),
  app.addChildren([
    appHome,
    events,
    newEvent,
    studio,
    overview,
    approvals,
    options,
    registrations,
    registration,
    budget,
    eventAudit,
    audit,
    people,
    apiKeys,
    settings,
    profile,
    inbox,
    outbox,
    webhooks,
    messages,
    eventMessages,
    waitlist,
    closing,
    desks,
    day,
  ]),
])

/** The pages of the app: each is fetched when it is first opened. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 400,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
