import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm, type Values } from '../../api/use-form.ts'
import { RecoveryCodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { toast } from '../../ui/toaster.tsx'
import { useChallenge } from './use-challenge.ts'

/** The second step without the phone: one of the recovery codes. */
export default function RecoveryCodePage() {
  const t = useTranslations('sign-in')
  const { returnTo, goOn, goBackIfOver } = useChallenge()

  const verify = async ({ recoveryCode = '' }: Values) => {
    const { recoveryCodesLeft } = await call('POST /api/sign-in/recovery-code', { body: { recoveryCode } })
    toast(t('codesLeft', { left: recoveryCodesLeft }))
    await goOn()
  }
  const form = useForm(verify, { required: ['recoveryCode'], refused: goBackIfOver })

  return (
    <>
      <Heading>{t('recoveryTitle')}</Heading>
      <p className={css.intro}>{t('recoveryIntro')}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem} />
        <RecoveryCodeInput form={form} label={t('recoveryCode')} hint={t('recoveryHint')} />
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('codeSubmit')}
        </Button>
        <p className={css.links}>
          <Link to={paths.signInCode(returnTo)}>{t('useApp')}</Link>
          <Link to={paths.lostPhone(returnTo)}>{t('lostDevice')}</Link>
        </p>
      </form>
    </>
  )
}
