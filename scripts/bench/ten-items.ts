import { createClient, user } from '@streamone/node';
import { startTestServer } from '@streamone/test-server';

/** The answer of `item/view` with ten items, as JSON text, for the servers that others are held against. */
export async function tenItems(): Promise<string> {
  const server = await startTestServer();
  const { url, credentials } = server;
  const client = createClient({ url, auth: user(credentials.user), account: credentials.account });
  const { header } = await client.item.view({ limit: 10 }).response();
  let body: unknown;
  const raw = createClient({
    url,
    auth: user(credentials.user),
    account: credentials.account,
    middleware: [
      async (request, next) => {
        const response = await next(request);
        body = (JSON.parse(response.text) as { body: unknown }).body;
        return response;
      },
    ],
  });
  await raw.item.view({ limit: 10 });
  await Promise.all([client.close(), raw.close()]);
  await server.close();
  return JSON.stringify({ header, body });
}
