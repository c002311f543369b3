/**
 * What the drop-off XML says of a file: `video.mp4.xml` beside `video.mp4`, uploaded first. Every field may be absent.
 * Source: protocol, documented.
 */
export interface DropoffFields {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly copyright?: string | undefined;
  readonly description?: string | undefined;
  readonly externalid?: string | undefined;
  readonly externallink?: string | undefined;
  /** Written with commas between them, as the platform's keywords are everywhere else; for this file it is inferred. */
  readonly keywords?: readonly string[] | undefined;
  readonly securityprofile?: string | undefined;
  /** `1` or `0`. */
  readonly secure?: boolean | undefined;
  /** `1` or `0`; the platform takes an absent one for `1`. */
  readonly archived?: boolean | undefined;
  /** As it stands in the file: how several are separated, and whether they are names or IDs, is not known. */
  readonly categories?: string | undefined;
}

/** How the text of an element is meant. */
export type DropoffFieldKind = 'text' | 'keywords' | 'boolean';

/** The fields, each an element of its name, in the order in which they are written. */
export const DROPOFF_FIELDS = {
  title: 'text',
  author: 'text',
  copyright: 'text',
  description: 'text',
  externalid: 'text',
  externallink: 'text',
  keywords: 'keywords',
  securityprofile: 'text',
  secure: 'boolean',
  archived: 'boolean',
  categories: 'text',
} as const satisfies Readonly<Record<keyof DropoffFields, DropoffFieldKind>>;
