import { useTranslations } from 'use-intl/react'
import { BoardView } from '../features/company/board.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** The verification of the whole company at a glance. */
export default function BoardPage() {
  const t = useTranslations('company')
  return (
    <>
      <Heading>{t('boardTitle')}</Heading>
      <p className={text.intro}>
        {t('boardIntro')} <Link to={paths.help('board')}>{t('more')}</Link>
      </p>
      <BoardView />
    </>
  )
}
