import { expect, test } from 'vitest';
import { Refusal } from '../answer/refusal.js';
import { chunksOf } from '../files/chunks-of.js';
import { nodeRuntime } from '../node-runtime.js';
import { createServerCore } from '../server-core.js';
import { takeUpload } from './take-upload.js';
import type { UploadForm } from './upload-form.js';

test('of two uploads with one token that are looked at together, one is taken, and nothing of the other stays', async () => {
  const { state, clock, place, contents, credentials } = createServerCore({ scenario: 'empty' }, nodeRuntime);
  const item = state.items.add({ account: credentials.account });
  const { token } = state.uploadtokens.add({ item: item.id });
  const form = async (bytes: string): Promise<UploadForm> => {
    const content = await contents.receive(chunksOf(new Blob([bytes]).stream()));
    return { fields: new Map([['uploadtoken', token]]), file: { name: 'a', content }, problem: undefined };
  };
  const world = { ...nodeRuntime, state, clock, place, secret: '' };
  const forms = [await form('one'), await form('two')] as const;
  // Both find the token unused, since neither has been taken yet.
  const [first, second] = await Promise.allSettled(forms.map((one) => takeUpload(one, world)));
  expect(first).toMatchObject({ status: 'fulfilled', value: { item: item.id, size: 3 } });
  expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Refusal) as Refusal });
  expect([...state.files]).toHaveLength(1);
  expect(forms.map(({ file }) => contents.get(file?.content.key ?? '') !== undefined)).toEqual([true, false]);
});
