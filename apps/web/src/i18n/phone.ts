// ITU-T E.164: the first digits tell how long a country code is
const international = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/

/** A phone number grouped for reading, "+34 972 000 111"; one that is not international stays as it is. */
export function groupPhone(phone: string): string {
  const [, country, number] = international.exec(phone) ?? []
  // no digit is left alone at the end
  return number ? `+${country} ${number.replace(/\d{3}(?=\d\d)/g, '$& ')}` : phone
}
