import { createClient } from '@streamone/client';
import { Status, isApiError, user } from '@streamone/core';
import { itemCommand, userCommand } from '@streamone/core/catalogue';
import { tellStory } from './story.ts';

interface Platform {
  readonly url: string;
  readonly account: string;
  readonly user: { readonly id: string; readonly psk: string };
}

async function tell({ url, account, user: actor }: Platform): Promise<void> {
  const s1 = createClient({ url, account, auth: user(actor), commands: [itemCommand, userCommand] });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  postMessage(await tellStory(s1, { isApiError, Status }));
}

addEventListener('message', ({ data }: MessageEvent<Platform>) => void tell(data));
