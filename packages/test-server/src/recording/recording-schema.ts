import * as z from 'zod/mini';
import type { RecordedForm, Recording } from './recording.js';

const form: z.ZodMiniType<RecordedForm> = z.lazy(() => z.record(z.string(), z.union([z.string(), form])));

const httpStatus = z.int().check(z.minimum(200), z.maximum(599));

/** What a file of a recording holds; people may have edited it. */
export const recordingSchema: z.ZodMiniType<Recording> = z.object({
  command: z.string(),
  action: z.string(),
  parameters: form,
  arguments: form,
  answers: z
    .array(
      z.union([
        z.object({ httpStatus, malformed: z.string() }),
        z.object({
          httpStatus,
          header: z.looseObject({ status: z.int(), statusmessage: z.string() }),
          body: z.unknown(),
        }),
      ]),
    )
    .check(z.minLength(1)),
});
