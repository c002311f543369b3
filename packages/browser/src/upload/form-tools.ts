import { sendForm } from './send-form.js';
import { UnreadableOutcome, unreadable } from './unreadable-outcome.js';
import { uploadForm } from './upload-form.js';

/** How a form with a file is made and sent, for parts that are loaded later. */
export const formTools = { UnreadableOutcome, sendForm, unreadable, uploadForm } as const;
