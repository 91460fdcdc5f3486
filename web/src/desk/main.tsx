import '@fontsource-variable/hanken-grotesk'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/bar.css'
import '../ui/controls.css'
import '../ui/extra.css'
import './desk.css'
import './result.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepDeskOffline } from '../offline/register.ts'
import { DeskApp } from './DeskApp.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <DeskApp />
  </StrictMode>,
)
keepDeskOffline()
