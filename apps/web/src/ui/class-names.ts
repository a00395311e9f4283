/** Joins the class names that are really there. */
export const classNames = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
