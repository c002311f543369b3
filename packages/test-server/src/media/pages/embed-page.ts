import { escapeHtml } from './escape-html.js';

/** What the page of an embedded player shows. */
export interface EmbedPage {
  readonly title: string;
  readonly kind: 'video' | 'audio';
  /** Address of the file, and its type. */
  readonly source: { readonly url: string; readonly type: string };
  /** Address of the picture that is shown before it plays; `null` without one. */
  readonly poster: string | null;
  /** Address of its oEmbed description. */
  readonly oembed: string;
}

/** The style of the page; inline, a player would leave room for descenders below it, and scroll. A test holds its hash against the policy's. */
export const EMBED_STYLE =
  'html,body{margin:0;height:100%;background:#000;color:#fff}video{display:block;width:100%;height:100%;object-fit:contain}audio{display:block;width:100%}';

/** What the page may load: media and pictures of this server, and nothing else; its icon is empty, so that none is asked for. */
export const EMBED_POLICY = [
  "default-src 'none'",
  "media-src 'self'",
  "img-src 'self' data:",
  "style-src 'sha256-ZAiS5THafyzfu5j/K2lo7D4MI9/1RUYXHSCPxQMOK5o='",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the page of an embedded player. It has no script. */
export function writeEmbedPage({ title, kind, source, poster, oembed }: EmbedPage): string {
  const shown = escapeHtml(title);
  const picture = kind === 'video' && poster !== null ? ` poster="${escapeHtml(poster)}"` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${shown}</title>
<link rel="icon" href="data:,">
<link rel="alternate" type="application/json+oembed" title="${shown}" href="${escapeHtml(oembed)}">
<style>${EMBED_STYLE}</style>
</head>
<body>
<${kind} controls playsinline preload="metadata" aria-label="${shown}"${picture}>
<source src="${escapeHtml(source.url)}" type="${escapeHtml(source.type)}">
<a href="${escapeHtml(source.url)}">${shown}</a>
</${kind}>
</body>
</html>
`;
}
