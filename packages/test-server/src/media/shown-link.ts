/** An address as it is shown: one that begins with `/` is this server's own, and gets its address. */
export function shownLink<Link extends string | null>(link: Link, serverUrl: string): Link | string {
  return link?.startsWith('/') ? serverUrl + link : link;
}

/** The same for links by their kind. */
export function shownLinks<Links extends { readonly [kind: string]: string | undefined }>(
  links: Links,
  serverUrl: string,
): Links {
  const shown: Record<string, string | undefined> = {};
  for (const kind in links) {
    const link = links[kind];
    shown[kind] = link === undefined ? link : shownLink(link, serverUrl);
  }
  // The same kinds, each with a text.
  return shown as Links;
}
