import { Component, type ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../api/problem.ts'
import { useProblemSentence } from '../i18n/problem-notice.tsx'
import { Button } from '../ui/button.tsx'
import { Heading } from '../ui/heading.tsx'
import { PlainPage } from './plain-page.tsx'

/** Shows a page in words when one cannot be shown; React knows this only as a class. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return 'error' in this.state ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { error: unknown }) {
  const t = useTranslations('common')
  const sentence = useProblemSentence()
  return (
    <PlainPage>
      <Heading>{t('brokenTitle')}</Heading>
      <p>{error instanceof ApiProblem ? sentence(error) : t('brokenText')}</p>
      {error instanceof ApiProblem && error.requestId ? <p>{t('reference', { id: error.requestId })}</p> : null}
      <Button look="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </PlainPage>
  )
}
