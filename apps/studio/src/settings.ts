/** An account that the studio works in. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

interface Settings {
  readonly accounts: readonly Account[];
}

const meta = document.querySelector<HTMLMetaElement>('meta[name="studio"]')?.content;

/** What the server told with the page. */
export const settings: Settings = meta ? (JSON.parse(meta) as Settings) : { accounts: [] };
