/** A value as it stands in JSON: its dates as ISO texts. */
export type JsonForm<T> = T extends Date
  ? string
  : T extends readonly (infer Element)[]
    ? readonly JsonForm<Element>[]
    : T extends object
      ? { readonly [Name in keyof T]: JsonForm<T[Name]> }
      : T;
