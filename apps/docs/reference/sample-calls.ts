import type { CatalogueKey } from '@streamone/core/catalogue';
import { examples } from './examples.ts';
import { type SampleCall, sampleCall } from './sample-call.ts';
import { seededServer, seededValues } from './seeded.ts';

/** The calls of all examples, by action. */
export type SampleCalls = ReadonlyMap<string, SampleCall>;

/** Makes the call of each example. @throws ApiError where one does not work */
export async function sampleCalls(): Promise<SampleCalls> {
  await using server = seededServer();
  const calls = new Map<string, SampleCall>();
  for (const [key, example] of Object.entries(examples(seededValues(server)))) {
    calls.set(key, await sampleCall(key as CatalogueKey, example));
  }
  return calls;
}
