/** A number of nine digits as it is read aloud: "482 177 305", with spaces that do not break. */
export const inThrees = (number: string) => number.replace(/\d{3}(?=\d)/g, '$&\u00a0')
