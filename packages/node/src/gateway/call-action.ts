import { askPlatform } from './ask-platform.js';
import { asCaller } from './caller.js';
import { checkArguments } from './check-arguments.js';
import { checkScope } from './check-scope.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { jsonAnswer } from './json-answer.js';
import { badRequest, readJson } from './read-json.js';
import type { Visit } from './visit.js';

const MEMBERS = ['arguments', 'account', 'accounts', 'customer', 'timezone'];
const ZONE = /^[A-Za-z0-9_+/-]{1,64}$/;

function zoneOf(given: unknown): string | undefined {
  if (given === undefined || (typeof given === 'string' && ZONE.test(given))) return given;
  throw badRequest('timezone is no name of a zone.');
}

/** `POST api/{command}/{action}`: calls an action of the list. */
export async function callAction(visit: Visit, path: string): Promise<Response> {
  const { options, signal, note } = visit;
  const action = options.allow.get(path);
  if (action === undefined) {
    throw new GatewayRefusal('not-allowed', { message: 'The gateway does not let pages call that action.' });
  }
  note.action = path;
  const body = await readJson(visit, MEMBERS);
  const scope = checkScope(body, options);
  const args = checkArguments(body['arguments'], action, options);
  const timezone = zoneOf(body['timezone']);
  return asCaller(visit, path, async (caller) => {
    const given = { ...scope, signal, ...(timezone !== undefined && { timezone }) };
    return jsonAnswer(await askPlatform(visit, caller, { action, arguments: args, options: given }));
  });
}
