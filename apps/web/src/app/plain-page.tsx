import type { ReactNode } from 'react'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { BrandMark, brandClass } from '../ui/brand.tsx'
import text from '../ui/text.module.css'
import css from './auth-layout.module.css'

/** A page with nothing around it but the brand. */
export const PlainPage = ({ children }: { children: ReactNode }) => (
  <main className={css.page}>
    <div>
      <div className={css.brand}>
        <Link to={paths.home()} className={brandClass}>
          <BrandMark /> Porta
        </Link>
      </div>
      <div className={`${css.card} ${text.stack}`}>{children}</div>
    </div>
  </main>
)
