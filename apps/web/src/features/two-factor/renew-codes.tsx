import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Actions } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'

/** How many recovery codes are left, and ten new ones after a fresh code. */
export function RenewCodes({ left, onClose }: { left: number; onClose: () => void }) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const [codes, setCodes] = useState<readonly string[]>()
  const form = useForm(
    async ({ code = '' }) => {
      const { recoveryCodes } = await call('POST /api/two-factor/recovery-codes', { body: { code } })
      setCodes(recoveryCodes)
      await refresh('GET /api/two-factor', 'GET /api/notices')
    },
    { required: ['code'] },
  )
  if (codes)
    return (
      <>
        <RecoveryCodes codes={codes} />
        <Actions>
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </Actions>
      </>
    )
  return (
    <form {...form.formProps} className={text.stack}>
      <p>
        {t('codesLeft', { left })} {t('codesText')} <Link to={paths.help('recovery-codes')}>{t('codesHelp')}</Link>
      </p>
      <ProblemNotice problem={form.problem} />
      <CodeInput form={form} />
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('codesSubmit')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
