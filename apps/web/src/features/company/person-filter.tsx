import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { answerTo } from '../../api/query-client.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import css from './company.module.css'

type PersonFilterProps = { contactId: string; onEverybody: () => void }

/** Says that the list is about one person only, and leads back to everybody. Who has left, or is a program, has no page to take the name from. */
export function PersonFilter({ contactId, onEverybody }: PersonFilterProps) {
  const t = useTranslations('company')
  const { data } = useQuery({ ...answerTo('GET /api/contacts/:contactId', { params: { contactId } }), retry: false })
  return (
    <div className={css.person}>
      <Notice>
        <p>
          {data ? t('onlyNamed', { name: data.name }) : t('onlyOne')}{' '}
          <Button look="plain" onClick={onEverybody}>
            {t('everybody')}
          </Button>
        </p>
      </Notice>
    </div>
  )
}
