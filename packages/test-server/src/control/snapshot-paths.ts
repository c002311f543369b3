import type { Snapshot } from '../snapshot/snapshot.js';
import { ControlError } from './control-error.js';
import type { ControlPaths, ControlRequest } from './control-path.js';
import { readId } from './read-id.js';

/** What is told of a snapshot. What is in it stays in the server. */
function shown(id: number, { taken }: Snapshot): { id: number; taken: string } {
  return { id, taken: taken.toISOString() };
}

function missing(id: number): ControlError {
  return new ControlError(404, `There is no snapshot ${id}; GET /__streamone/snapshot lists them.`);
}

function restore({ parts: [part], context: { control } }: ControlRequest): Response {
  const id = readId('snapshot', part);
  const snapshot = control.kept.get(id);
  if (snapshot === undefined) throw missing(id);
  control.restore(snapshot);
  return Response.json(shown(id, snapshot));
}

/** `snapshot`: takes the state down and brings it back; and `reset`: as when the server started. */
export const snapshotPaths: ControlPaths = {
  snapshot: {
    GET: ({ context }) => Response.json(Array.from(context.control.kept.entries(), ([id, kept]) => shown(id, kept))),
    POST({ context: { control } }) {
      const snapshot = control.snapshot();
      return Response.json(shown(control.kept.keep(snapshot), snapshot), { status: 201 });
    },
    DELETE({ context }) {
      context.control.kept.clear();
      return new Response(null, { status: 204 });
    },
  },
  'snapshot/*': {
    POST: restore,
    DELETE({ parts: [part], context: { control } }) {
      const id = readId('snapshot', part);
      if (!control.kept.remove(id)) throw missing(id);
      return new Response(null, { status: 204 });
    },
  },
  reset: {
    POST({ context }) {
      context.control.reset();
      return new Response(null, { status: 204 });
    },
  },
};
