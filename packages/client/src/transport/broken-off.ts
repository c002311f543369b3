/** What a transport rejects with when an answer has begun and its connection ends before it does. */
export function brokenOff(httpStatus: number, cause: unknown): Error {
  return new Error(`the answer, of HTTP status ${httpStatus}, broke off`, { cause });
}
