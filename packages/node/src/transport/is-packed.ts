/** Whether a body is packed, by its `Content-Encoding`. Nobody asked for that; `identity` says that it is not. */
export function isPacked(encoding: string | undefined): encoding is string {
  return encoding !== undefined && encoding.toLowerCase() !== 'identity';
}
