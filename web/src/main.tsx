import '@fontsource-variable/hanken-grotesk'
import './ui/tokens.css'
import './ui/base.css'
import './ui/bar.css'
import './ui/controls.css'
import './ui/extra.css'
import './session/sign-in-again.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { createAppRouter } from './router.tsx'
import { SessionGuard } from './session/SessionGuard.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only silence and our own faults are worth asking again.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.problem.status < 500),
    },
  },
})
const router = createAppRouter(client)
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <SessionGuard>
        <RouterProvider router={router} />
      </SessionGuard>
    </QueryClientProvider>
  </StrictMode>,
)
