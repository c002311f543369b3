import { statePath } from '../config/state-path.js';

/** Where sessions are kept, beside the rest of the command's state; `undefined` where there is no home. */
export const sessionFolder = (env: NodeJS.ProcessEnv): string | undefined => statePath(env, 'sessions');
