import type { StudioAccount } from './studio-gateway.ts';

/** What the page is told by its server: nothing secret. */
export interface PageSettings {
  readonly accounts: readonly StudioAccount[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Writes the settings into the page, as an attribute: a policy without inline scripts allows no other way. */
export function withSettings(html: string, settings: PageSettings): string {
  const text = JSON.stringify(settings).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
  return html.replace('<meta name="studio" content="" />', () => `<meta name="studio" content="${text}" />`);
}
