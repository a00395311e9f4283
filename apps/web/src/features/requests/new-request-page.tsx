import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { ProofForm } from '../../i18n/proof-form.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import { refreshRequests } from './request.ts'
import css from './requests.module.css'

/** A request in the person's own words, sent with a fresh proof. */
export default function NewRequestPage() {
  const t = useTranslations('requests')
  const sentence = useFieldSentence()
  const navigate = useNavigate()
  const proof = proofOf(useMe())
  const form = useForm(
    async ({ subject = '', service = '', text: words = '', [proof]: typed = '' }) => {
      const body = { subject: subject.trim(), service: service.trim(), text: words.trim(), [proof]: typed }
      const { id, number } = await call('POST /api/requests', { body })
      toast(t('newSent', { number: inThrees(number) }))
      void refreshRequests()
      void navigate(paths.request(id), { replace: true })
    },
    { required: ['subject', 'text', proof] },
  )
  const wrong = (name: string) => ({ invalid: form.wrong(name).invalid, error: sentence(form.wrong(name).problem) })
  return (
    <>
      <Heading>{t('newTitle')}</Heading>
      <p className={text.intro}>
        {t('newIntro')} <Link to={paths.help('requests')}>{t('what')}</Link>
      </p>
      <div className={css.form}>
        <ProofForm
          form={form}
          fields={
            <>
              <Field
                label={t('newSubject')}
                hint={t('newSubjectHint')}
                name="subject"
                autoComplete="off"
                maxLength={120}
                {...wrong('subject')}
              />
              <Field
                label={t('newService')}
                hint={t('newServiceHint')}
                name="service"
                autoComplete="off"
                maxLength={120}
                {...wrong('service')}
              />
              <TextArea label={t('newText')} hint={t('newTextHint')} name="text" rows={8} maxLength={5000} {...wrong('text')} />
            </>
          }
          intro={t(proof === 'code' ? 'newProofCode' : 'newProofPassword')}
          submit={t('newSubmit')}
          onCancel={() => void navigate(paths.requests())}
        />
      </div>
    </>
  )
}
