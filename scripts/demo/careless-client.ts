import { createHmac } from 'node:crypto';

/** Whom the careless client signs for. */
export interface CarelessActor {
  readonly id: string;
  readonly psk: string;
}

/**
 * A client as people write it in ten minutes, with the mistake that they make first: it signs what
 * `encodeURIComponent` gives and sends what `URLSearchParams` gives. A space is `%20` in the one and
 * `+` in the other.
 */
export async function carelessItemView(
  url: string,
  account: string,
  { id, psk }: CarelessActor,
  searchtitle: string,
): Promise<Response> {
  const timestamp = Math.floor(Date.now() / 1000);
  const path = '/api/item/view';
  const query = `api=3&format=json&authentication_type=user&account=${account}&timestamp=${timestamp}&user=${id}`;
  const signed = `${path}?${query}&searchtitle=${encodeURIComponent(searchtitle)}`;
  const signature = createHmac('sha1', psk).update(signed).digest('hex');
  return fetch(`${url}${path}?${query}&signature=${signature}`, {
    method: 'POST',
    body: new URLSearchParams({ searchtitle }),
  });
}
