export { passwordHash } from './password-hash.js';
export { passwordResponse, type PasswordResponseInput, type PasswordResponseOptions } from './password-response.js';
export { v2Hash } from './v2-hash.js';
