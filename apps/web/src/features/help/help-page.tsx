import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { Link } from '../../link.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from './help-page.module.css'
import { type Block, sections } from './sections.ts'

/** The help: one page that anybody may read, with a section for each question the screens raise. */
export default function HelpPage() {
  const t = useTranslations('help')
  useSectionOfAddress()

  return (
    <>
      <Heading>{t('title')}</Heading>
      <p className={css.intro}>{t('intro')}</p>
      <div className={css.columns}>
        <nav className={css.contents} aria-labelledby="help-contents">
          <h2 id="help-contents">{t('contents')}</h2>
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <Link to={`#${id}`}>{t(title)}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css.card}>
          {sections.map(({ id, title, blocks }) => (
            <section key={id} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{t(title)}</h2>
              {blocks.map((block) => (
                <BlockOfText key={JSON.stringify(block)} block={block} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </>
  )
}

function BlockOfText({ block }: { block: Block }) {
  const t = useTranslations('help')
  if (typeof block === 'string') return <p>{t(block)}</p>

  const List = 'steps' in block ? 'ol' : 'ul'
  const items = 'steps' in block ? block.steps : block.points
  return (
    <List>
      {items.map((item) => (
        <li key={item}>{t(item)}</li>
      ))}
    </List>
  )
}

/** The browser follows a hash only on a page it loads itself; this also follows it when the app has changed the page. */
function useSectionOfAddress() {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes when the same link is followed again
  useEffect(() => {
    const section = sections.find(({ id }) => `#${id}` === hash)
    if (!section) return
    const frame = requestAnimationFrame(() => {
      const element = document.getElementById(section.id)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView()
    })
    return () => cancelAnimationFrame(frame)
  }, [hash, key])
}
