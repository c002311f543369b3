import { isApiError } from '@streamone/node';
import type { UploadFile, UploadResult } from './upload-file.js';
import { type UploadPlan, uploadOne } from './upload-one.js';

/** Whether other files would meet the same end: with wrong credentials each try counts as a failed one. */
function isHopeless(error: Error | undefined): boolean {
  return isApiError(error) && ['authentication', 'session', 'clock-skew', 'read-only'].includes(error.kind);
}

/**
 * Uploads files, several at once. One that fails leaves the others alone, unless they would meet the same end.
 *
 * @param told each result as it comes
 * @returns the results in the order of the files
 */
export async function uploadAll(
  files: readonly UploadFile[],
  plan: UploadPlan,
  concurrency: number,
  told: (result: UploadResult) => Promise<void>,
): Promise<readonly UploadResult[]> {
  const results = new Map<UploadFile, UploadResult>();
  const queue = files.values();
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const result: UploadResult =
        stopped || plan.signal.aborted ? { file, status: 'not begun', code: 0 } : await uploadOne(file, plan);
      stopped ||= isHopeless(result.error);
      results.set(file, result);
      plan.reporter.end(result);
      await told(result);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return files.flatMap((file) => results.get(file) ?? []);
}
