export { describeStatus, type StatusDescription } from './describe-status.js';
export { retryAdvice, type RetryAdvice } from './retry-advice.js';
export { Status, type StatusCode, type StatusName } from './status.js';
export { type StatusKind, statusTable } from './status-table.js';
