// Loaded by the first request that a page signs itself: behind a gateway none is.
export { signRequest } from '@streamone/core';
export { pageHmac } from './page-hmac.js';
