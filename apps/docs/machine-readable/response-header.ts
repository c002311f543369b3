import type { JsonSchema } from '@streamone/core';
import type { Evidence } from '@streamone/core/catalogue';

function field(evidence: Evidence, description: string, schema: JsonSchema): JsonSchema {
  return { ...schema, description, 'x-streamone-evidence': evidence };
}

/** The header of every response. Without `status` or `statusmessage` it is no response of the API. */
export const responseHeader: JsonSchema = {
  title: 'ResponseHeader',
  description: 'The header of a response; it may have further fields.',
  type: 'object',
  required: ['status', 'statusmessage'],
  properties: {
    status: field('documented', 'The result: 0 is success. A number that is not in the table is valid.', {
      type: 'integer',
    }),
    statusmessage: field('documented', 'The result in words.', { type: 'string' }),
    apiversion: field('observed', 'Version of the API: 3.', { type: 'integer' }),
    cacheable: field('observed', 'Whether the client may keep this response.', { type: 'boolean' }),
    count: field('documented', 'How many rows match in all, not on this page; only for paged actions.', {
      type: 'integer',
    }),
    timezone: field('observed', 'IANA zone of every date in the body.', { type: 'string' }),
    sessiontimeout: field('observed', 'Seconds that the session has left; only for requests of a session.', {
      type: 'integer',
    }),
  },
};
