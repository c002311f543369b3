import { InvalidArgumentError } from '@streamone/core';
import { isObject } from '../state/json/is-object.js';
import type { WebContext } from '../web/web-route.js';
import { ControlError } from './control-error.js';
import type { ControlPaths, ControlRequest } from './control-path.js';
import { type ShownKind, findKind, kindNames } from './shown-kind.js';
import type { ShownRecord } from './shown-record.js';
import { changeSettings, readSettings } from './state-settings.js';

function overview({ state }: WebContext): Response {
  return Response.json({
    collections: Object.fromEntries(kindNames(state).map((name) => [name, findKind(state, name).size])),
    settings: readSettings(state),
  });
}

/** Does something to the state altogether, or not at all. */
function allOrNothing<T>({ control }: WebContext, act: () => T): T {
  const before = control.snapshot();
  try {
    return act();
  } catch (error) {
    control.restore(before);
    throw error;
  }
}

/** Finds the record that a path names. @throws ControlError with 404. */
function findOne({ parts: [name, id = ''], context }: ControlRequest): {
  readonly kind: ShownKind;
  readonly id: string;
  readonly record: ShownRecord;
} {
  const kind = findKind(context.state, name);
  const record = kind.get(id);
  if (record === undefined) throw new ControlError(404, `There is no ${JSON.stringify(id)} among the ${name}.`);
  return { kind, id, record };
}

/** `state`: every record and setting. What is written is checked as whatever a test adds to `server.state`. */
export const statePaths: ControlPaths = {
  state: {
    GET: ({ context }) => overview(context),
    POST({ body, context }) {
      const unknown = isObject(body) ? Object.keys(body).find((name) => name !== 'settings') : undefined;
      if (!isObject(body) || unknown !== undefined) {
        const expected = 'an object with settings, as { "settings": { "readOnly": true } }';
        throw new InvalidArgumentError({ argument: 'state', expected, given: unknown ?? body });
      }
      changeSettings(context.state, body['settings']);
      return overview(context);
    },
  },
  'state/*': {
    query: true,
    GET: ({ parts: [name], query, context }) => Response.json(findKind(context.state, name).page(query)),
    POST({ parts: [name = ''], body, context }) {
      const kind = findKind(context.state, name);
      const added = allOrNothing(context, () =>
        Array.isArray(body) ? body.map((json, at) => kind.add(json, `${name}[${at}]`)) : kind.add(body, name),
      );
      return Response.json(added, { status: 201 });
    },
  },
  'state/*/*': {
    GET: (request) => Response.json(findOne(request).record),
    POST(request) {
      const { kind, id } = findOne(request);
      return Response.json(allOrNothing(request.context, () => kind.update(id, request.body)));
    },
    DELETE(request) {
      const { kind, id } = findOne(request);
      allOrNothing(request.context, () => kind.remove(id));
      return new Response(null, { status: 204 });
    },
  },
};
