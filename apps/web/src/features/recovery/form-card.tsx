import { useTranslations } from 'use-intl/react'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import type { Case } from './case-progress.ts'
import { inFours } from './fingerprint.ts'
import { FormSheet } from './form-sheet.tsx'
import css from './recovery.module.css'

/** The form to be signed: its text as it will be printed, and the way to print it. */
export function FormCard({ found }: { found: Case }) {
  const t = useTranslations('recovery')
  const { form, forCompany } = found
  return (
    <Card title={t('formTitle')} note={t('formNote')}>
      <div className={text.stack}>
        {forCompany ? <p>{t('formCompany')}</p> : null}
        <figure className={css.paper} aria-label={t('formText')}>
          <p className={css.words}>{form.text}</p>
        </figure>
        <div className={text.tight}>
          <b className={text.small}>{t('fingerprint')}</b>
          <span className={css.fingerprint}>{inFours(form.fingerprint)}</span>
          <span className={`${text.soft} ${text.small}`}>{t('fingerprintWhy')}</span>
        </div>
        <div className={text.row}>
          <Button look="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Link to={paths.help('certified-form')}>{t('caseHelp')}</Link>
        </div>
      </div>
      <FormSheet found={found} />
    </Card>
  )
}
