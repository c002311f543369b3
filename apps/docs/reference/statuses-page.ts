import { type RetryAdvice, describeStatus, retryAdvice, statusTable } from '@streamone/core/statuses';
import { catalogue } from '@streamone/core/catalogue';
import { errorClass } from './error-class.ts';
import { actionLink, anchor } from './links.ts';
import { code, mark, page, plain, table } from './markdown.ts';

const ADVICE: Readonly<Record<RetryAdvice, string>> = {
  never: 'not as it is',
  'with-right-clock': 'with the right time',
  'after-wait': 'after a wait',
  later: 'later',
};

/** A write that failed inside the platform may have been done; one that was refused was not. */
const adviceOn = (status: number): string =>
  ADVICE[retryAdvice(status)] +
  (describeStatus(status).kind === 'internal' ? '; a write may have been carried out' : '');

const users = (status: number): readonly string[] =>
  Object.entries(catalogue).flatMap(([key, entry]) => (entry?.errors.includes(status) === true ? [key] : []));

function row(status: number): readonly string[] {
  const { name, kind, meaning } = describeStatus(status);
  const used = users(status).map(actionLink).join(', ');
  return [
    String(status),
    `<span id="${anchor(name)}">${code(name)}</span>`,
    plain(meaning) + (used === '' ? '' : ` <br><small>${used}</small>`),
    status === 0 ? '' : `[${code(kind)}](#kinds)`,
  ];
}

function kinds(): string {
  const kindOf = new Map(statusTable.filter(([status]) => status !== 0).map(([status, , kind]) => [kind, status]));
  const rows = [...kindOf].map(([kind, status]) => {
    const count = statusTable.filter((each) => each[2] === kind).length;
    return [code(kind), code(errorClass(status)), adviceOn(status), String(count)];
  });
  const unknown = -1;
  return table(
    ['Kind', 'Thrown as', 'Worth sending again', 'Statuses'],
    [...rows, [code('unknown'), code(errorClass(unknown)), adviceOn(unknown), 'every other']],
  );
}

/** The page of all statuses. */
export function statusesPage(): string {
  const codes = statusTable.map(([status]) => status);
  const head = ['Status', 'Name', 'Meaning', 'Kind'];
  return page(
    { title: 'Statuses', description: 'Every known status of the API, and the error that it is thrown as.' },
    [
      '# Statuses',
      `Each response names a status in its header; 0 is success. There are ${codes.length} known ones. ${mark('documented')} Another may appear any day: it is an error of the kind \`unknown\`, never a malformed response. All of them come with HTTP 200. ${mark('inferred')}`,
      'The client throws an `ApiError` for each that is not 0: a class for each kind, which has `status`, `statusName` and `kind`. The [guide to errors](/guides/errors) shows how to handle them.',
      '## Kinds {#kinds}',
      'The kinds are this toolkit’s own: the platform has numbers and names alone.',
      kinds(),
      '## General statuses {#general}',
      `The toolkit expects these of every action; that each action may answer each of them is deduced. ${mark('inferred')}`,
      table(head, codes.filter((status) => status <= 10).map(row)),
      '## Statuses of commands {#commands}',
      'Below some, the actions of the catalogue for which it is expected; their pages say how well that is known.',
      table(head, codes.filter((status) => status > 10).map(row)),
    ],
  );
}
