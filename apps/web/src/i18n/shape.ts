/** The same keys as the Catalan catalogue: a missing or unknown key is a type error. */
export type Shape<T> = { readonly [K in keyof T]: string }
