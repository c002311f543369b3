import type { ActionHandler } from './action-handler.js';
import { answerApiInfo } from './api-info.js';
import { answerItemCreate } from './item-create.js';
import { answerItemView } from './item-view.js';
import { answerUserViewme } from './user-viewme.js';

/** Every action that the server answers. A new one is a file beside this and a line here. */
export const handlers: readonly ActionHandler[] = [answerApiInfo, answerUserViewme, answerItemView, answerItemCreate];
