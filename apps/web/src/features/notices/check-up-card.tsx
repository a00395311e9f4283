import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './notices.module.css'

/** Two weeks after switching verification on, once: does the phone still make the right codes? */
export function CheckUpCard() {
  const t = useTranslations('notices')
  const later = useAct()
  const leave = async (words: string) => {
    await refresh('GET /api/notices', 'GET /api/two-factor')
    toast(words)
    // the card that had the focus is gone
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const form = useForm(
    async ({ code = '' }) => {
      await call('POST /api/two-factor/check-up', { body: { code } })
      await leave(t('checkUpPassed'))
    },
    { required: ['code'] },
  )
  const putOff = () =>
    later.act(async () => {
      await call('POST /api/two-factor/check-up', { body: {} })
      await leave(t('checkUpPutOff'))
    })
  return (
    <div className={css.checkUp}>
      <Card title={t('checkUpTitle')} note={t('checkUpText')}>
        <form {...form.formProps} className={text.stack}>
          <ProblemNotice problem={form.problem ?? later.problem} />
          <CodeInput form={form} />
          <div className={text.row}>
            <Button type="submit" look="primary" busy={form.busy}>
              {t('checkUpSubmit')}
            </Button>
            <Button busy={later.busy} onClick={putOff}>
              {t('checkUpLater')}
            </Button>
          </div>
        </form>
        <details className={css.trouble}>
          <summary>{t('checkUpTrouble')}</summary>
          <ul>
            <li>{t('checkUpWay1')}</li>
            <li>{t('checkUpWay2')}</li>
            <li>{t('checkUpWay3')}</li>
          </ul>
          <div className={text.row}>
            <Link to={paths.twoFactor()}>{t('checkUpWay')}</Link>
            <Link to={paths.help('check-up')}>{t('checkUpHelp')}</Link>
          </div>
        </details>
      </Card>
    </div>
  )
}
