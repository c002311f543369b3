import type { BaseClient } from '@streamone/client/runtime';
import { InvalidArgumentError } from '@streamone/core';
import { checkUpload } from './check-upload.js';
import { formTools } from './form-tools.js';
import { type UploadRelay, relayUpload } from './relay-upload.js';
import type { UploadFields, UploadOptions, Uploaded } from './upload-options.js';

/**
 * Uploads a file of a page's: through the gateway, or to the platform itself. It is tried once: the file may have
 * arrived.
 *
 * @param relay the client's gateway; `undefined` for one that signs for itself
 * @throws ApiError, GatewayError, TransportError, or InvalidArgumentError before anything is sent
 */
export async function upload(
  client: BaseClient,
  relay: UploadRelay | undefined,
  file: Blob,
  fields: UploadFields = {},
  options: UploadOptions = {},
): Promise<Uploaded> {
  checkUpload(file, fields, options);
  const { mode = relay === undefined ? 'direct' : 'relay' } = options;
  const given = { ...options, account: options.account ?? client.options.account };
  if (mode === 'direct') {
    const { directUpload } = await import('./direct-upload.js');
    return directUpload(client, file, fields, given, formTools);
  }
  if (relay !== undefined) return relayUpload(relay, file, fields, given);
  throw new InvalidArgumentError({ argument: 'mode', expected: '"direct", without a gateway', given: mode });
}
