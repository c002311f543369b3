/** Fields of a playlist that no argument can set, and those that are set otherwise. */
export const OWN_FIELDS = ['id', 'title', 'playlist', 'user', 'datecreated', 'datemodified', 'entries'] as const;

/** The same of an entry. */
export const OWN_ENTRY_FIELDS = ['id', 'playlist', 'entry', 'position', 'item', 'livestream'] as const;
