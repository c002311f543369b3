import { Status, createClient, isApiError } from '@streamone/browser';
import { itemCommand, userCommand } from '@streamone/core/catalogue';
import { tellStory } from './story.ts';

async function rehearse(login: { readonly username: string; readonly password: string }): Promise<object> {
  const s1 = createClient({ commands: [itemCommand, userCommand] });
  await s1.login(login);
  const told = await tellStory(s1, { isApiError, Status });
  const file = new File([new Uint8Array(100_000)], 'rehearsal.mp4', { type: 'video/mp4' });
  const { confirmed } = await s1.upload(file, { title: 'Rehearsal' });
  await s1.logout();
  return { ...told, uploaded: confirmed, loggedOut: s1.session === null };
}

Object.assign(globalThis, { rehearse });
