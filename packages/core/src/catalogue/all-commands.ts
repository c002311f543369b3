import { apiCommand } from './api.js';
import { itemCommand } from './item.js';
import { userCommand } from './user.js';

/** Every command of the catalogue. A browser names the ones that it needs instead. */
export const allCommands = [apiCommand, itemCommand, userCommand] as const;
