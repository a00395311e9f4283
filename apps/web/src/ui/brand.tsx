import css from './brand.module.css'

export const brandClass = css.brand

/** The mark: a door in a door. */
export const BrandMark = () => (
  <svg viewBox="0 0 28 28" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden="true">
    <path d="M5 25V12a9 9 0 0 1 18 0v13" />
    <path d="M10.5 25V13.5a3.5 3.5 0 0 1 7 0V25" opacity=".45" />
    <path d="M2.5 25.5h23" />
  </svg>
)
