import { Suspense } from 'react'
import { BrowserRouter } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { I18n } from '../i18n/i18n.tsx'
import { Toaster } from '../ui/toaster.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { AppRoutes } from './routes.tsx'

/** The whole client area in the browser. */
export const App = () => (
  <I18n>
    <BrowserRouter>
      <ErrorBoundary>
        <Suspense>
          <AppRoutes />
        </Suspense>
      </ErrorBoundary>
    </BrowserRouter>
    <Toasts />
  </I18n>
)

const Toasts = () => {
  const t = useTranslations('common')
  return <Toaster close={t('close')} />
}
