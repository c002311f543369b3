/** SHA-1 of a byte string, in lower-case hex. Nothing of the API is signed so; some clients do by mistake. */
export type Sha1 = (message: string) => string;
