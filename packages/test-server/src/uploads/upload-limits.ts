/** Limits of an upload's form, apart from its file. The platform's are not known (inferred). */
export const UPLOAD_LIMITS = {
  /** How many fields, the file aside. */
  fields: 50,
  /** The longest value of a field, in bytes: 64 KiB. */
  fieldSize: 65_536,
  /** What is read of a file that is refused, in bytes, so that the client sees the answer: 256 MiB. */
  unread: 268_435_456,
} as const;
