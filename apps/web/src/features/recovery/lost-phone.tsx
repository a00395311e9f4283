import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import fields from '../../ui/field.module.css'
import { Heading } from '../../ui/heading.tsx'
import narrow from '../../ui/narrow-form.module.css'
import text from '../../ui/text.module.css'
import css from './lost-phone.module.css'

type LostPhoneProps = {
  returnTo: string
  /** Leads back to the password when the time for a code is over. */
  goBackIfOver: (problem: ApiProblem) => boolean
}

/** The ways back without the phone: a recovery code, another admin, and at last a case. */
export function LostPhone({ returnTo, goBackIfOver }: LostPhoneProps) {
  const t = useTranslations('recovery')
  return (
    <>
      <Heading>{t('lostTitle')}</Heading>
      <p className={narrow.intro}>{t('lostIntro')}</p>
      <div className={css.ways}>
        <Way title={t('codeTitle')} chip={<Chip tone="good">{t('minutes')}</Chip>}>
          <p>{t('codeText')}</p>
          <Link to={paths.signInRecoveryCode(returnTo)} className={buttonClass('primary', 'block')}>
            {t('codeUse')}
          </Link>
        </Way>
        <Way title={t('adminTitle')} chip={<Chip tone="good">{t('minutes')}</Chip>}>
          <p>{t('adminText')}</p>
        </Way>
        <Way title={t('caseTitle')} chip={<Chip tone="warn">{t('days')}</Chip>}>
          <p>{t('caseText')}</p>
          <ol className={css.steps}>
            <li>{t('caseStep1')}</li>
            <li>{t('caseStep2')}</li>
            <li>{t('caseStep3')}</li>
            <li>{t('caseStep4')}</li>
            <li>{t('caseStep5')}</li>
          </ol>
          <p>{t('caseTold')}</p>
          <p className={text.small}>
            <Link to={paths.help('certified-form')}>{t('caseHelp')}</Link>
          </p>
          <OpenCase goBackIfOver={goBackIfOver} />
        </Way>
        <p className={narrow.links}>
          <Link to={paths.signInCode(returnTo)}>{t('backToCode')}</Link>
        </p>
      </div>
    </>
  )
}

const Way = ({ title, chip, children }: { title: string; chip: ReactNode; children: ReactNode }) => (
  <section className={css.way}>
    <div className={css.wayHead}>
      <h2>{title}</h2>
      {chip}
    </div>
    {children}
  </section>
)

function OpenCase({ goBackIfOver }: Pick<LostPhoneProps, 'goBackIfOver'>) {
  const t = useTranslations('recovery')
  const sentence = useFieldSentence()
  const navigate = useNavigate()
  const form = useForm(
    async ({ whose }) => {
      const { number } = await call('POST /api/recovery-cases', { body: { forCompany: whose === 'company' } })
      await navigate(paths.recovery(number), { replace: true, state: { codeSent: true } })
    },
    { required: ['whose'], refused: goBackIfOver },
  )
  const { invalid, problem } = form.wrong('whose')
  const wrong = { 'aria-invalid': invalid || undefined, 'aria-describedby': invalid ? 'whose-wrong' : undefined }
  return (
    <form {...form.formProps} className={narrow.form}>
      <ProblemNotice problem={form.problem} />
      <fieldset className={css.whom}>
        <legend>{t('forWhom')}</legend>
        <label className={css.choice}>
          <input {...wrong} type="radio" name="whose" value="company" />
          <span>
            {t('forCompany')} <small>{t('forCompanyHint')}</small>
          </span>
        </label>
        <label className={css.choice}>
          <input {...wrong} type="radio" name="whose" value="person" />
          <span>{t('forPerson')}</span>
        </label>
        {problem ? (
          <span id="whose-wrong" className={fields.error}>
            {sentence('not-a-choice')}
          </span>
        ) : null}
      </fieldset>
      <Button type="submit" look="block" busy={form.busy}>
        {t('openCase')}
      </Button>
    </form>
  )
}
