// What ky needs of the classes of fetch, for a call that never meets fetch: the transport sends it, and ky decides on
// attempts, limits and waits. Node's own classes bring all of its fetch along, a third of the time of a short command,
// and cost more than a tenth of each call. The bundle for Node gives these to ky in the place of the global ones.

type HeadersSource = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

/** Headers by name, in lower case. */
export class Headers extends Map<string, string> {
  constructor(source: HeadersSource = {}) {
    super();
    const pairs = Symbol.iterator in source ? source : Object.entries(source);
    for (const [name, value] of pairs) this.set(name, value);
  }

  override get(name: string): string | undefined {
    return super.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name.toLowerCase());
  }

  override set(name: string, value: string): this {
    return super.set(name.toLowerCase(), value);
  }

  override delete(name: string): boolean {
    return super.delete(name.toLowerCase());
  }
}

/** What a {@link Request} is made with. */
export interface RequestSettings {
  readonly method?: string;
  readonly headers?: HeadersSource;
  readonly signal?: AbortSignal;
}

/** A request without a body: an address, a method, headers, and what ends it. */
export class Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body = null;

  constructor(input: string | URL | Request, settings: RequestSettings = {}) {
    const base = input instanceof Request ? input : undefined;
    this.url = input instanceof Request ? input.url : input.toString();
    this.method = (settings.method ?? base?.method ?? 'GET').toUpperCase();
    this.headers = new Headers(settings.headers ?? base?.headers);
    this.signal = settings.signal ?? base?.signal ?? new AbortController().signal;
  }

  clone(): Request {
    return new Request(this);
  }
}

/** An answer without a body, as the client gives it to ky. */
export class Response {
  readonly status = 200;
  readonly ok = true;
  readonly type = 'default';
  readonly headers = new Headers();
  readonly body = null;

  clone(): Response {
    return new Response();
  }
}
