/** What was found of a request or a link. It holds no key and no signature. */
export interface VerifyReport {
  readonly kind: 'request' | 'link';
  /** Whether it is signed right; of a link also whether it still holds. */
  readonly valid: boolean;
  /** What is wrong and what to do; or what is right. */
  readonly summary: string;
  /** Known mistakes that give the very signature that was received. */
  readonly mistakes: readonly string[];
  /** What has to be signed, or would have been right. */
  readonly expected: string | null;
  /** What was probably signed, or was given. */
  readonly received: string | null;
  /** Where the two part. */
  readonly firstDifference: { readonly index: number; readonly expected: string; readonly received: string } | null;
  /** Whose key it was checked with. */
  readonly checkedWith: string;
  /** Of a request: when it was signed. Of a link: until when it holds. */
  readonly time: Date | null;
  /** What there is to say of that moment. */
  readonly timeSummary: string | null;
  /** Of a request: what it went through, in order. */
  readonly steps: readonly { readonly name: string; readonly result: string; readonly detail: string | null }[];
}
