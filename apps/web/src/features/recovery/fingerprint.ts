/** A fingerprint in groups of four, so that two of them can be compared by eye. */
export const inFours = (fingerprint: string) => fingerprint.replace(/\w{4}(?=\w)/g, '$& ')
