/** One form of a text for sorting and searching, at every write and in every search: lower case, without accents (Unicode NFD less its marks). */
export const plainForm = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
