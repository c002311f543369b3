export * from '@streamone/client';
export { application, session, user, webHmac } from '@streamone/core';
