import type { RecordedApiAnswer, RecordedRequest } from '../recording.js';
import type { Finding } from './drift-report.js';

/** `limit` is 20 and `offset` 0 unless given. Source: protocol, documented. */
const DEFAULT_LIMIT = 20;

function argument({ arguments: given }: RecordedRequest, name: string, otherwise: number): number | undefined {
  const value = given[name];
  if (value === undefined || value === '') return otherwise;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Holds the rows of a page against `limit`, its documented default, and `count`: a smaller page shows the greatest limit. */
export function checkPaging(request: RecordedRequest, { header, body }: RecordedApiAnswer): Finding[] {
  const { count } = header;
  const limit = argument(request, 'limit', DEFAULT_LIMIT);
  const offset = argument(request, 'offset', 0);
  if (!Array.isArray(body) || typeof count !== 'number' || limit === undefined || offset === undefined) return [];
  const rows = Math.min(limit, Math.max(0, count - offset));
  if (body.length === rows) return [];
  const how = request.arguments['limit'] === undefined ? 'by default' : 'as given';
  const expected = `${rows} rows: limit ${limit} ${how}, offset ${offset}, count ${count}`;
  return [{ kind: 'paging', path: '', expected, given: `${body.length} rows` }];
}
