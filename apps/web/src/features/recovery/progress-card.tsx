import { useTranslations } from 'use-intl/react'
import { OnDay, useDate } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { type Case, progressOf } from './case-progress.ts'
import css from './recovery.module.css'

/** Where a case is on its way, what comes next and by when, or how it ended. */
export function ProgressCard({ found }: { found: Case }) {
  const t = useTranslations('recovery')
  return (
    <Card title={t('progress')}>
      <div className={css.progressBody}>
        <ol className={css.progress}>
          {progressOf(found).map(({ id, is, at }) => (
            <li key={id} className={css[is]} aria-current={is === 'now' ? 'step' : undefined}>
              <b>{t(`stage-${id}`)}</b>
              <span className={`${text.soft} ${text.small}`}>
                {t(`is-${is}`)}
                {at === undefined ? null : (
                  <>
                    {' · '}
                    <OnDay at={at} />
                  </>
                )}
              </span>
              {is === 'now' ? <Next found={found} /> : null}
            </li>
          ))}
        </ol>
        <Outcome found={found} />
      </div>
    </Card>
  )
}

function Next({ found: { state, nextBy } }: { found: Case }) {
  const t = useTranslations('recovery')
  const date = useDate()
  if (nextBy === null || (state !== 'open' && state !== 'review' && state !== 'second-review' && state !== 'cooling')) return null
  // an objection counts to the minute; days are enough for everything else
  const when = date(nextBy, state === 'cooling' ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long' })
  return <p>{t(`next-${state}`, { when })}</p>
}

const endings = { stopped: 'stoppedText', withdrawn: 'withdrawnText', expired: 'expiredText' } as const

function Outcome({ found: { state, askedFor, reason, vouchedBy } }: { found: Case }) {
  const t = useTranslations('recovery')
  if (state === 'completed')
    return (
      <Notice tone="good">
        <p>{t('completedText')}</p>
        <p>{t('completedCare')}</p>
      </Notice>
    )
  if (state === 'refused' || state === 'stopped' || state === 'withdrawn' || state === 'expired')
    return (
      <div className={text.stack}>
        <Notice tone={state === 'refused' ? 'bad' : 'warn'}>
          <p>{t(state === 'refused' ? 'refusedText' : endings[state])}</p>
          {state === 'refused' ? <p className={css.words}>{reason}</p> : null}
        </Notice>
        <p>{t('openAnother')}</p>
        <Link to={paths.signIn()} className={buttonClass('primary')}>
          {t('toSignIn')}
        </Link>
      </div>
    )
  return (
    <>
      {state === 'open' && askedFor ? (
        <Notice tone="warn">
          <p>{t('askedFor')}</p>
          <p className={css.words}>{askedFor}</p>
        </Notice>
      ) : null}
      {vouchedBy === null ? null : (
        <Notice tone="good">
          <p>{t('vouched', { name: vouchedBy })}</p>
        </Notice>
      )}
    </>
  )
}
