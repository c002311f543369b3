/**
 * HMAC-SHA1 in lower-case hex. The key is text (taken as UTF-8), the message a byte string. Each
 * runtime's entry point gives its own: Node's, or a portable one.
 */
export type HmacSha1 = (key: string, message: string) => string;
