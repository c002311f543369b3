import { ControlError } from './control-error.js';
import type { ControlPaths } from './control-path.js';
import { readId } from './read-id.js';

/** `faults`: what is to go wrong. One is ordered by its options, several by a list of such. */
export const faultPaths: ControlPaths = {
  faults: {
    GET: ({ context }) => Response.json(context.faults.entries()),
    POST({ body, context }) {
      if (Array.isArray(body)) {
        const ids = context.faults.order(body, 'faults');
        return Response.json(
          ids.map((id) => ({ id })),
          { status: 201 },
        );
      }
      const [id] = context.faults.order([body]);
      return Response.json({ id }, { status: 201 });
    },
    DELETE({ context }) {
      context.faults.clear();
      return new Response(null, { status: 204 });
    },
  },
  'faults/*': {
    DELETE({ parts: [id], context }) {
      if (context.faults.remove(readId('fault', id))) return new Response(null, { status: 204 });
      throw new ControlError(404, `There never was a fault ${id}.`);
    },
  },
};
