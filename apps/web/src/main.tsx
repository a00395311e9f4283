import './ui/base.css'
import { languages, pickLanguage } from '@porta/shared'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { preload } from './app/routes.tsx'
import { chooseLanguage, loadMessages, setLanguage } from './i18n/i18n.tsx'

/** The language of a link such as /sign-in?lang=en, or else the one the server has put on the page. */
function startLanguage() {
  const chosen = languages.find((language) => language === new URLSearchParams(location.search).get('lang'))
  return chosen ? chooseLanguage(chosen) : setLanguage(pickLanguage(document.documentElement.lang))
}

async function start(root: HTMLElement) {
  const language = startLanguage()
  // the page of this address comes along; if it cannot, its place on the screen says so
  const page = preload(location.pathname).catch(() => {})
  await Promise.all([language, loadMessages('common', 'problems'), page])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  // nobody can be refused with these on the first screen
  void loadMessages('problems-inside').catch(() => {})
}

const root = document.getElementById('root')
if (root) void start(root)
