import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { type Me, type Notices, useNotices } from '../../api/session.ts'
import { ActDialog } from '../../i18n/act-form.tsx'
import { inThrees } from '../../i18n/in-threes.ts'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './notices.module.css'

/** Somebody has said that this person's device is lost: above every page, as long as the case is open. */
export function RecoveryCaseBanner({ me }: { me: Me }) {
  const open = useNotices(me)?.recoveryCase
  return open ? <Banner open={open} /> : null
}

function Banner({ open: { number, openedAt } }: { open: NonNullable<Notices['recoveryCase']> }) {
  const t = useTranslations('notices')
  const [stopping, setStopping] = useState(false)
  return (
    <>
      <section className={css.banner} aria-label={t('caseTitle')}>
        <h2>{t('caseTitle')}</h2>
        <p>
          <When at={openedAt} /> · <span className={text.numbers}>{t('caseNumber', { number: inThrees(number) })}</span>
        </p>
        <p>{t('caseText')}</p>
        <div className={text.row}>
          <Button look="danger" onClick={() => setStopping(true)}>
            {t('caseStop')}
          </Button>
          <Link to={paths.help('case-opened')}>{t('caseHelp')}</Link>
        </div>
      </section>
      <ActDialog
        open={stopping}
        title={t('caseStopTitle')}
        intro={t('caseStopText')}
        submit={t('caseStop')}
        danger
        send={async (proof) => {
          await call('POST /api/recovery/own/stop', { body: proof })
          await refresh('GET /api/notices')
          toast(t('caseStopped'))
          // the button that had the focus is gone with the banner
          document.getElementById('main')?.focus({ preventScroll: true })
        }}
        onClose={() => setStopping(false)}
      />
    </>
  )
}
