/** What a body looks like, whatever its Content-Type says: many clients send the one of a form with all bodies. */
export type BodyKind = 'form' | 'JSON' | 'multipart' | 'XML';

/** Tells what a body is by its look. What is nothing else is a form. */
export function bodyKind(body: string): BodyKind {
  const start = body.slice(0, 200).trimStart();
  if (/^(?:\{\s*["}]|\[\s*["{[\]\d])/.test(start)) return 'JSON';
  if (/^--[^\r\n]{1,72}\r?\n/.test(start)) return 'multipart';
  if (start.startsWith('<')) return 'XML';
  return 'form';
}
