import { Status } from '@streamone/core';
import type { Action, Actor } from '@streamone/core/catalogue';
import type { Caller } from '../answer/authenticate.js';
import { Refusal } from '../answer/refusal.js';

const WORDS: Readonly<Record<Actor, string>> = {
  user: 'a user',
  application: 'an application in its own name',
  session: 'a session',
};

/** How to sign so that the actor is of the kind, for explanations. */
const ADVICE: Readonly<Record<Actor, string>> = {
  user: 'sign with a user (authentication_type=user)',
  application: 'sign with an application (authentication_type=application) and without a session',
  session: 'sign with an application and add the parameter "session" of a session',
};

/** Checks that an action is for this kind of actor. @throws Refusal with 4; that it is this status is inferred. */
export function checkActor({ command, action, actors }: Action, { type }: Caller): void {
  if (actors.includes(type)) return;
  const advice = actors.map((actor) => ADVICE[actor]).join(', or ');
  throw new Refusal(Status.ACCESS_DENIED, {
    summary: `${command}/${action} is not for ${WORDS[type]}: ${advice}.`,
    expected: actors.join(' or '),
    received: type,
  });
}
