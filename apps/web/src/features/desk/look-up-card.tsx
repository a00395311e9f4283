import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { answer, queryClient, refresh } from '../../api/query-client.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import css from './desk.module.css'

/** The number that calls and why: what the desk asks before anything else. */
export function LookUpCard() {
  const t = useTranslations('desk')
  const sentence = useFieldSentence()
  const navigate = useNavigate()
  const form = useForm(
    async ({ phone = '', reason = '' }) => {
      const found = await call('POST /api/desk/calls', { body: { phone: phone.trim(), reason: reason.trim() } })
      queryClient.setQueryData(answer('GET /api/desk/calls').queryKey, (known) => ({ calls: [found, ...(known?.calls ?? [])] }))
      await navigate(paths.deskCall(found.id), { preventScrollReset: true })
      await refresh('GET /api/desk/calls')
    },
    { required: ['phone', 'reason'] },
  )
  const wrong = (name: string) => ({ invalid: form.wrong(name).invalid, error: sentence(form.wrong(name).problem) })
  return (
    <section className={css.lookUp} aria-label={t('lookUpName')}>
      <ProblemNotice problem={form.problem} />
      <form {...form.formProps} className={css.lookUpForm}>
        <Field label={t('phone')} name="phone" type="tel" autoComplete="off" maxLength={40} {...wrong('phone')} />
        <Field label={t('reason')} name="reason" autoComplete="off" maxLength={200} {...wrong('reason')} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t('lookUp')}
        </Button>
      </form>
    </section>
  )
}
