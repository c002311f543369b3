import { UnreadableOutcome, sendForm, sendUnwatched, unreadable } from './send-form.js';
import { uploadForm } from './upload-form.js';

/** How a form with a file is made and sent, for parts that are loaded later. */
export const formTools = { UnreadableOutcome, sendForm, sendUnwatched, unreadable, uploadForm } as const;
