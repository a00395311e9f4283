import { type Language, pickLanguage } from '@porta/shared'
import { type ReactNode, useSyncExternalStore } from 'react'
import type {} from 'use-intl'
import { IntlProvider } from 'use-intl/react'
import type account from './messages/ca/account.ts'
import type activity from './messages/ca/activity.ts'
import type apiContacts from './messages/ca/api-contacts.ts'
import type common from './messages/ca/common.ts'
import type company from './messages/ca/company.ts'
import type contacts from './messages/ca/contacts.ts'
import type desk from './messages/ca/desk.ts'
import type help from './messages/ca/help.ts'
import type home from './messages/ca/home.ts'
import type invitation from './messages/ca/invitation.ts'
import type mailedLinks from './messages/ca/mailed-links.ts'
import type notices from './messages/ca/notices.ts'
import type password from './messages/ca/password.ts'
import type problems from './messages/ca/problems.ts'
import type problemsInside from './messages/ca/problems-inside.ts'
import type recovery from './messages/ca/recovery.ts'
import type requests from './messages/ca/requests.ts'
import type sessions from './messages/ca/sessions.ts'
import type shell from './messages/ca/shell.ts'
import type signIn from './messages/ca/sign-in.ts'
import type trustedDevices from './messages/ca/trusted-devices.ts'
import type twoFactor from './messages/ca/two-factor.ts'

type Messages = {
  account: typeof account
  activity: typeof activity
  'api-contacts': typeof apiContacts
  common: typeof common
  company: typeof company
  contacts: typeof contacts
  desk: typeof desk
  help: typeof help
  home: typeof home
  invitation: typeof invitation
  'mailed-links': typeof mailedLinks
  notices: typeof notices
  password: typeof password
  problems: typeof problems
  'problems-inside': typeof problemsInside
  recovery: typeof recovery
  requests: typeof requests
  sessions: typeof sessions
  shell: typeof shell
  'sign-in': typeof signIn
  'trusted-devices': typeof trustedDevices
  'two-factor': typeof twoFactor
}
export type Namespace = keyof Messages

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}

const files = import.meta.glob<Record<string, unknown>>(['./messages/*/*.ts', '!./messages/**/*.test.ts'], { import: 'default' })

type State = { language: Language; messages: Partial<Messages> }
let shown: State = { language: pickLanguage(), messages: {} }
const listeners = new Set<() => void>()

function show(next: State) {
  shown = next
  document.documentElement.lang = next.language
  for (const listener of listeners) listener()
}

let wantedLanguage = shown.language
const wantedNamespaces = new Set<Namespace>()

/** Fetches what is wanted and shows it all at once; where the wish changed on the way, the newest one counts. */
async function fulfil(): Promise<void> {
  const language = wantedLanguage
  const namespaces = [...wantedNamespaces]
  if (language === shown.language && namespaces.every((namespace) => shown.messages[namespace])) return
  // what was fetched before comes out of the browser's module map
  const loaded = namespaces.map(async (namespace) => [namespace, await files[`./messages/${language}/${namespace}.ts`]?.()] as const)
  const messages = Object.fromEntries(await Promise.all(loaded)) as Partial<Messages>
  if (language !== wantedLanguage || namespaces.length !== wantedNamespaces.size) return fulfil()
  show({ language, messages })
}

/** Loads the namespaces that are not here yet. */
export async function loadMessages(...namespaces: Namespace[]): Promise<void> {
  for (const namespace of namespaces) wantedNamespaces.add(namespace)
  await fulfil()
}

/** Switches the language of everything that is loaded. */
export async function setLanguage(language: Language): Promise<void> {
  wantedLanguage = language
  await fulfil()
}

/** Switches the language and keeps the choice for the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: a plain preference; the Cookie Store API is not everywhere yet
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`
  await setLanguage(language)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Gives the loaded messages to everything inside. */
export function I18n({ children }: { children: ReactNode }) {
  const { language, messages } = useSyncExternalStore(subscribe, () => shown)
  return (
    <IntlProvider locale={language} messages={messages as Messages}>
      {children}
    </IntlProvider>
  )
}
