import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { useCountdown } from '../../ui/use-countdown.ts'
import { KeyCopies } from './key-copies.tsx'
import { QrCode, type SecretKey, TypedKey } from './secret-key.tsx'
import css from './two-factor.module.css'

type ShowKeyProps = { printFirst?: boolean; onClose: () => void }
type Shown = { secret: SecretKey; until: number }

/** The current key once more, after the password and a fresh code, until its time is over. */
export function ShowKey({ printFirst = false, onClose }: ShowKeyProps) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const { contact } = useMe()
  const [shown, setShown] = useState<Shown | 'gone'>()
  const form = useForm(
    async ({ password = '', code = '' }) => {
      const { shownForMs, ...secret } = await call('POST /api/two-factor/key', { body: { password, code } })
      setShown({ secret, until: Date.now() + shownForMs })
      await refresh('GET /api/two-factor')
    },
    { required: ['password', 'code'] },
  )

  if (shown === 'gone')
    return (
      <>
        <Notice role="status">
          <p>{t('keyGone')}</p>
        </Notice>
        <Actions>
          <Button onClick={onClose}>{common('close')}</Button>
        </Actions>
      </>
    )
  if (shown)
    return (
      <>
        <KeyForAWhile {...shown} printFirst={printFirst} onGone={() => setShown('gone')} />
        <Actions>
          <Button onClick={onClose}>{common('close')}</Button>
        </Actions>
      </>
    )
  return (
    <form {...form.formProps} className={text.stack}>
      <p className={text.soft}>{t('keyText')}</p>
      <ProblemNotice problem={form.problem} />
      <PasswordInput form={form} username={contact.email} />
      <CodeInput form={form} />
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('keySubmit')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}

function KeyForAWhile({ secret, until, printFirst, onGone }: Shown & { printFirst: boolean; onGone: () => void }) {
  const t = useTranslations('two-factor')
  const seconds = useCountdown(until)
  useEffect(() => {
    if (seconds === 0) onGone()
  }, [seconds, onGone])
  return (
    <>
      <p role="timer" aria-live="off" className={text.numbers}>
        {t('keyLeft', { seconds })}
      </p>
      {printFirst ? <KeyCopies secret={secret} printFirst /> : null}
      <QrCode uri={secret.uri} />
      <div className={css.keyPart}>
        <TypedKey secret={secret} />
      </div>
      {printFirst ? null : <KeyCopies secret={secret} />}
    </>
  )
}
