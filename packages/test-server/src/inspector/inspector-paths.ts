import { InvalidArgumentError } from '@streamone/core';
import { describeStatus } from '@streamone/core/statuses';
import { shownClock } from '../control/clock-paths.js';
import type { ControlPaths } from '../control/control-path.js';
import { readId } from '../control/read-id.js';
import { liveRequests } from './live-view.js';
import { runMark } from './run-mark.js';

/**
 * What the page may do: its own files and control, nothing else. `trusted-types 'none'` has the browser
 * refuse every way of making HTML of a text, since what it shows comes from whoever sends requests.
 */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ');

/** The page is loaded when somebody looks at it. */
async function file(name: 'html' | 'css' | 'js', type: string): Promise<Response> {
  const { page } = await import('./page.generated.js');
  return new Response(page[name], {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
    },
  });
}

function afterOf(query: URLSearchParams): number {
  const after = query.get('after') ?? '0';
  if (/^\d{1,15}$/.test(after) && [...query.keys()].every((name) => name === 'after')) return Number(after);
  throw new InvalidArgumentError({ argument: 'query', expected: 'after, the ID of an entry', given: query.toString() });
}

/** The inspector: the page, and what it asks for beside control. */
export const inspectorPaths: ControlPaths = {
  '': { GET: () => file('html', 'text/html') },
  'inspector/page.css': { GET: () => file('css', 'text/css') },
  'inspector/page.js': { GET: () => file('js', 'text/javascript') },
  'inspector/live': {
    query: true,
    GET: ({ query, context }) =>
      Response.json({
        run: runMark(context.journal),
        ...liveRequests(context.journal, afterOf(query)),
        clock: shownClock(context.clock),
        faults: context.faults.entries().length,
        readOnly: context.state.readOnly,
      }),
  },
  'inspector/server': {
    GET({ context: { about, credentials } }) {
      const { user, application, login, account, customer } = credentials;
      // IDs alone: no key reaches a page.
      const ids = { user: user.id, application: application.id, username: login.username, account, customer };
      return Response.json({ ...about, ...ids });
    },
  },
  'inspector/status/*': {
    GET: ({ parts: [code] }) => Response.json(describeStatus(readId('status', code))),
  },
};
