/** The server refused, or did not answer. Its message is for people. */
export class AskError extends Error {
  override readonly name: string = 'AskError';
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function messageOf(response: Response): Promise<string> {
  const usual = `The server answered with HTTP ${response.status}.`;
  try {
    const { error } = (await response.json()) as { readonly error?: { readonly message?: unknown } };
    return typeof error?.message === 'string' ? error.message : usual;
  } catch {
    return usual;
  }
}

/**
 * Asks control.
 *
 * @param path under `/__streamone/`, as `journal/12`
 * @param body sent as JSON
 * @throws AskError with the server's own words.
 */
export async function ask<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  let response: Response;
  try {
    response = await fetch(path, { method, ...init });
  } catch {
    throw new AskError(0, 'The server does not answer. Was it stopped?');
  }
  if (!response.ok) throw new AskError(response.status, await messageOf(response));
  // The page and the server are of one version.
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
