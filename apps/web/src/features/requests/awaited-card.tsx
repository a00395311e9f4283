import { useTranslations } from 'use-intl/react'
import { Card } from '../../ui/card.tsx'
import type { Request } from './request.ts'
import { WordsOf } from './words.tsx'

/** What was written down and nobody has signed: it waits for somebody else, or is over. */
export function AwaitedCard({ request }: { request: Request }) {
  const t = useTranslations('requests')
  const waits = request.state === 'to-sign'
  return (
    <Card
      title={waits ? t('draftFor', { by: request.by }) : t('draftOver')}
      note={waits ? t('draftForText', { by: request.by }) : undefined}
    >
      <WordsOf words={request} label={t('draftText')} />
    </Card>
  )
}
