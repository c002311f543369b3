export * from './errors/index.js';
export { encodeForm } from './form/encode-form.js';
export { nearestName } from './names/nearest-name.js';
export { redact } from './redaction/redact.js';
export { REDACTED, redactText } from './redaction/redact-text.js';
export { isSecretName } from './redaction/secret-names.js';
export { apiPath, type ApiRequest } from './request/api-request.js';
export { encodeArgument, type ArgumentScalar, type ArgumentValue } from './request/argument-value.js';
export { checkArgumentName, type Arguments } from './request/arguments.js';
export { roleAssignment } from './rights/role-assignment.js';
export { excerpt } from './response/excerpt.js';
export { parseResponse, type ApiResponse } from './response/parse-response.js';
export type { ResponseHeader } from './response/response-header.js';
export {
  application,
  secretsOf,
  session,
  user,
  type ActorInput,
  type ApplicationCredentials,
  type Credentials,
  type CryptoKeyLike,
  type SessionCredentials,
  type SessionInput,
  type SigningKey,
  type UserCredentials,
} from './signing/credentials.js';
export { Secret } from './signing/secret.js';
export { signRequest, type SignOptions } from './signing/sign-request.js';
export type { SignedRequest } from './signing/signed-request.js';
export { webHmac, type Hmac } from './signing/web-hmac.js';
export { describeStatus, type StatusDescription } from './statuses/describe-status.js';
export { retryAdvice, type RetryAdvice } from './statuses/retry-advice.js';
export { Status, type StatusCode, type StatusName } from './statuses/status.js';
export { statusRow, type StatusRow } from './statuses/status-row.js';
export type { StatusKind } from './statuses/status-table.js';
export { readWallClock, writeWallClock } from './time/wall-clock.js';
export * from './types/index.js';
