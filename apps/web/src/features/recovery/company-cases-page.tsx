import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { answer, refresh } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { ActDialog, CodeForm } from '../../i18n/act-form.tsx'
import { inThrees } from '../../i18n/in-threes.ts'
import { OnDay, When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { StateChip } from './state-chip.tsx'

type OpenCase = Reply<'GET /api/company/recovery-cases'>['cases'][number]

/** The open cases of the company's people: for its admins to vouch for, or to stop. */
export default function CompanyCasesPage() {
  const t = useTranslations('recovery')
  const { data } = useSuspenseQuery(answer('GET /api/company/recovery-cases'))
  return (
    <>
      <Heading>{t('companyTitle')}</Heading>
      <p className={text.intro}>
        {t('companyIntro')} <Link to={paths.help('case-of-another')}>{t('companyHelp')}</Link>
      </p>
      {data.cases.length === 0 ? (
        <Card title={t('companyNone')} note={t('companyNoneText')}>
          <Link to={paths.board()}>{t('companyBack')}</Link>
        </Card>
      ) : null}
      {data.cases.map((one) => (
        <CaseCard key={one.id} found={one} />
      ))}
    </>
  )
}

// the focus must not be lost with the card that goes
const refreshCases = async () => {
  await refresh('GET /api/company/recovery-cases', 'GET /api/notices')
  document.getElementById('main')?.focus({ preventScroll: true })
}

function CaseCard({ found }: { found: OpenCase }) {
  const t = useTranslations('recovery')
  const me = useMe()
  const [asking, setAsking] = useState<'vouch' | 'stop'>()
  const close = () => setAsking(undefined)
  const { id: caseId, contact, number, state, openedAt, nextBy, vouchedBy, mayVouch } = found
  const isMine = contact.id === me.contact.id
  // without own verification the question says what to do first
  const offersVouch = mayVouch || (vouchedBy === null && !isMine && me.verification === 'off')

  const vouch = async (code: string) => {
    await call('POST /api/company/recovery-cases/:caseId/vouch', { params: { caseId }, body: { code } })
    toast(t('vouchDone'))
    close()
    await refreshCases()
  }
  return (
    <Card title={contact.name} note={t('title', { number: inThrees(number) })} action={<StateChip state={state} />}>
      <div className={text.stack}>
        <Details>
          <Detail term={t('companyOpened')}>
            <When at={openedAt} />
          </Detail>
          {nextBy === null ? null : (
            <Detail term={t('companyNext')}>
              <OnDay at={nextBy} />
            </Detail>
          )}
          {vouchedBy === null ? null : <Detail term={t('companyVouchedBy')}>{vouchedBy}</Detail>}
        </Details>
        {isMine ? null : <p>{t('companyAsk', { name: contact.name })}</p>}
        <div className={text.row}>
          {offersVouch ? (
            <Button look="primary" onClick={() => setAsking('vouch')}>
              {t('vouch')}
            </Button>
          ) : null}
          <Button look="danger" onClick={() => setAsking('stop')}>
            {t('companyStop')}
          </Button>
          {isMine ? null : (
            <Link to={paths.contact(contact.id)} className={buttonClass('plain')}>
              {t('companyContact')}
            </Link>
          )}
        </div>
      </div>
      <Dialog open={asking === 'vouch'} onClose={close} title={t('vouchTitle', { name: contact.name })}>
        <CodeForm intro={t('vouchText')} submit={t('vouchSubmit')} onClose={close} send={vouch} />
      </Dialog>
      <ActDialog
        danger
        open={asking === 'stop'}
        onClose={close}
        title={t('companyStopTitle', { name: contact.name })}
        intro={t('companyStopText')}
        submit={t('companyStop')}
        send={async (proof) => {
          await call('POST /api/company/recovery-cases/:caseId/stop', { params: { caseId }, body: proof })
          toast(t('companyStopDone'))
          close()
          await refreshCases()
        }}
      />
    </Card>
  )
}
