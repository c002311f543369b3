import { createClockView } from './clock-view.js';
import { element } from './element.js';
import { createFaultsView } from './faults-view.js';
import { KEYS, listenForKeys } from './keys.js';
import { createLive } from './live.js';
import { instant, offsetInWords } from './moments.js';
import { noticeRegion } from './notice.js';
import { createRequestsView } from './requests-view.js';
import { readRoute, routeHash } from './route.js';
import type { LiveAnswer } from './server-types.js';
import { createSnapshotsView } from './snapshots-view.js';
import { createStateView } from './state-view.js';
import type { View } from './view.js';

const refresh = (): void => live.refresh();
const requests = createRequestsView(refresh);
const views: Readonly<Record<string, readonly [words: string, view: View]>> = {
  requests: ['Requests', requests],
  state: ['State', createStateView(refresh)],
  faults: ['Faults', createFaultsView(refresh)],
  clock: ['Clock', createClockView(refresh)],
  snapshots: ['Snapshots', createSnapshotsView(refresh)],
};

const tabs = Object.entries(views).map(([name, [words]]) => element('a', { href: routeHash(name) }, words));
const faultCount = element('span', { class: 'count' });
tabs[2]?.append(' ', faultCount);
const time = element('a', { href: routeHash('clock'), class: 'now' });
const readOnly = element('a', { href: routeHash('state'), class: 'tag', hidden: true }, 'read-only');
const connection = element('span', { class: 'connection', role: 'status' });
const pause = element('button', {
  type: 'button',
  class: 'quiet',
  'aria-keyshortcuts': 'p',
  click: () => togglePause(),
});
const main = element('main');
const hints = KEYS.map(([key, words, everywhere]) => ({
  hint: element('span', { class: 'hint' }, element('kbd', {}, key), ` ${words}`),
  everywhere,
}));

function showConnection(problem?: string): void {
  pause.textContent = live.paused ? 'Resume' : 'Pause';
  const words = problem ?? (live.paused ? 'Paused' : 'Live');
  if (connection.textContent !== words) connection.textContent = words;
  connection.className = `connection ${problem === undefined ? (live.paused ? 'paused' : 'live') : 'bad'}`;
}

function togglePause(): void {
  live.setPaused(!live.paused);
  showConnection();
}

function take(answer: LiveAnswer, begun: boolean): void {
  const { clock, faults } = answer;
  time.textContent = instant(clock.now);
  time.title = `The server's time: ${offsetInWords(clock.offsetSeconds)}${clock.frozen ? ', frozen' : ''}`;
  time.classList.toggle('moved', clock.frozen || Math.abs(clock.offsetSeconds) >= 0.5);
  faultCount.textContent = faults === 0 ? '' : String(faults);
  readOnly.hidden = !answer.readOnly;
  for (const [, view] of Object.values(views)) view.update?.(answer, begun);
  showConnection();
}

function go(): void {
  const { view: name, parts } = readRoute(location.hash);
  const chosen = Object.hasOwn(views, name) ? name : 'requests';
  const [words, view] = views[chosen] ?? ['Requests', requests];
  for (const [at, key] of Object.keys(views).entries()) {
    if (key === chosen) tabs[at]?.setAttribute('aria-current', 'page');
    else tabs[at]?.removeAttribute('aria-current');
  }
  tabs.find((tab) => tab.hasAttribute('aria-current'))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const { hint, everywhere } of hints) hint.hidden = !everywhere && view !== requests;
  document.title = `${words} \u00b7 StreamOne test server`;
  if (!main.contains(view.element)) main.replaceChildren(view.element);
  view.show(parts);
}

document.body.append(
  element(
    'header',
    { class: 'top' },
    element('h1', {}, 'StreamOne test server'),
    element('nav', { 'aria-label': 'Views' }, ...tabs),
    element('div', { class: 'status' }, readOnly, time, connection, pause),
  ),
  main,
  noticeRegion,
  element(
    'footer',
    {},
    ...hints.map(({ hint }) => hint),
    element('span', { class: 'unofficial' }, 'Unofficial; not affiliated with the vendor.'),
  ),
);
const live = createLive({ onAnswer: take, onProblem: showConnection });
listenForKeys(requests, () => main.contains(requests.element), togglePause);
addEventListener('hashchange', go);
go();
showConnection();
