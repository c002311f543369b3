import type { UploadQueueOptions } from './upload-queue.js';

/** What a queue is told of the session that its files are sent in. */
export interface SessionNews {
  /** Its person is logged in, as before or again. */
  there(): void;
  /** The session is over, as by its time. */
  ended(): void;
  /** Its person has logged out, here or in another tab. */
  left(): void;
  /** Somebody else is logged in. */
  replaced(): void;
}

/** In whose session the files of a queue would be sent now. */
export interface WhoseSession {
  /** Whether that is the person whom the queue was made for, as far as is known; always, where there are no sessions. */
  isSame(): boolean;
  /** Ends the telling. */
  stop(): void;
}

/**
 * Watches that nobody's files are sent in the session of another, who may have logged in in another tab. The user is the
 * one of the first session that is seen: a queue may be named by something else.
 */
export function whoseSession(client: UploadQueueOptions['client'], news: SessionNews): WhoseSession {
  if (!('session' in client)) return { isSame: () => true, stop: () => undefined };
  let user = client.session?.user;
  const stops = [
    client.on('session', (session) => {
      if (session === null) return;
      user ??= session.user;
      if (session.user === user) news.there();
      else news.replaced();
    }),
    client.on('logout', ({ reason }) => {
      if (reason === 'ended') news.ended();
      else news.left();
    }),
  ];
  return {
    isSame: () => user === undefined || client.session?.user === user,
    stop: () => stops.forEach((stop) => stop()),
  };
}
