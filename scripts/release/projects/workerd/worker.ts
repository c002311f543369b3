import { createClient } from '@streamone/client';
import { Status, isApiError, user } from '@streamone/core';
import { itemCommand, userCommand } from '@streamone/core/catalogue';
import { tellStory } from './story.ts';

interface Platform {
  readonly url: string;
  readonly account: string;
  readonly user: { readonly id: string; readonly psk: string };
}

export default {
  async fetch(request: Request): Promise<Response> {
    const { url, account, user: actor } = (await request.json()) as Platform;
    const s1 = createClient({ url, account, auth: user(actor), commands: [itemCommand, userCommand] });
    return Response.json(await tellStory(s1, { isApiError, Status }));
  },
};
