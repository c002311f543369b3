import type { ControlPaths } from './control-path.js';

/** `health`: whether the server answers, and what it was started with. */
export const healthPaths: ControlPaths = {
  health: {
    GET: ({ context: { about, state, clock } }) =>
      Response.json({
        status: 'ok',
        ...about,
        now: new Date(clock.now()).toISOString(),
        readOnly: state.readOnly,
      }),
  },
};
