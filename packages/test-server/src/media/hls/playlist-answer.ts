/** Answers a playlist of HLS. */
export function playlistAnswer(text: string): Response {
  const headers = { 'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'no-cache' };
  return new Response(text, {
    headers: { ...headers, 'content-length': String(new TextEncoder().encode(text).length) },
  });
}
