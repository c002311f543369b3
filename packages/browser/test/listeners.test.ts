import { expect, test } from 'vitest';
import { Listeners } from '../src/session/listeners.js';

test('all that listened are told, though one of them ends the listening of the next', () => {
  const listeners = new Listeners();
  const told: string[] = [];
  // As a page that is told first, and closes the queue which is to be emptied.
  listeners.on('logout', () => {
    end();
    listeners.on('logout', () => told.push('late'));
  });
  const end = listeners.on('logout', ({ reason }) => told.push(reason));
  listeners.tell('logout', { reason: 'logout' });
  expect(told).toEqual(['logout']);
});
