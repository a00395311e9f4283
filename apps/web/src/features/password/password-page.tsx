import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { NewPasswordInput } from './new-password-input.tsx'

/** The password: change it with the current one, and a code where verification is on. */
export default function PasswordPage() {
  const t = useTranslations('password')
  const [endedSessions, setEndedSessions] = useState<number>()
  return (
    <>
      <Heading>{t('title')}</Heading>
      <p className={text.intro}>{t('intro')}</p>
      <Card title={t('cardTitle')} note={t('cardNote')}>
        {endedSessions === undefined ? (
          <ChangePassword onChanged={setEndedSessions} />
        ) : (
          <div className={text.stack}>
            <Notice tone="good" role="status">
              <p>{t('changed')}</p>
              <p>{t('endedSessions', { count: endedSessions })}</p>
            </Notice>
            <Button onClick={() => setEndedSessions(undefined)}>{t('again')}</Button>
          </div>
        )}
      </Card>
    </>
  )
}

function ChangePassword({ onChanged }: { onChanged: (endedSessions: number) => void }) {
  const t = useTranslations('password')
  const me = useMe()
  const withCode = proofOf(me) === 'code'
  const form = useForm(
    async ({ password = '', code, newPassword = '' }) => {
      const body = withCode ? { password, code, newPassword } : { password, newPassword }
      const { endedSessions } = await call('POST /api/password/change', { body })
      onChanged(endedSessions)
      await refresh('GET /api/sessions', 'GET /api/trusted-devices', 'GET /api/notices', 'GET /api/two-factor')
    },
    { required: withCode ? ['password', 'newPassword', 'code'] : ['password', 'newPassword'] },
  )
  return (
    <form {...form.formProps} className={`${text.stack} ${text.narrow}`}>
      <ProblemNotice problem={form.problem} />
      <PasswordInput form={form} label={t('currentPassword')} />
      <NewPasswordInput form={form} username={me.contact.email} />
      {withCode ? <CodeInput form={form} /> : null}
      <div className={text.row}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('change')}
        </Button>
        <Link to={paths.forgotPassword()}>{t('forgotTitle')}</Link>
        <Link to={paths.help('changes')}>{t('help')}</Link>
      </div>
    </form>
  )
}
