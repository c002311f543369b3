import type { Sent } from '@streamone/core';

/** What an event tells of an error: facts, and a message that is made of these alone. */
export interface ToldError {
  /** Its class, as `NotFoundError`. */
  readonly name: string;
  /** What happened, without what was given, without what came back, without an address. */
  readonly message: string;
  /** The API's status, where that refused the call. */
  readonly status?: number;
  /** The runtime's code, as `ECONNREFUSED`, where there is one. */
  readonly code?: string;
  /** Whether the request may have arrived, where no answer of the API came. */
  readonly sent?: Sent;
}

interface AboutCall {
  /** The client's own number for the call. */
  readonly requestId: string;
  /** The command, as `item`. */
  readonly command: string;
  /** The action, as `view`. */
  readonly action: string;
  /** Which attempt of the call, from 1; how many there were, at its end. */
  readonly attempt: number;
}

/** A call begins: nothing is checked yet. The way of a file is told as that of a call `upload/file`. */
export interface StartEvent extends AboutCall {
  readonly type: 'start';
  /** How many bytes a file has, where one is sent. */
  readonly bytes?: number;
}

/** An attempt is about to be sent. */
export interface RequestEvent extends AboutCall {
  readonly type: 'request';
}

/** An attempt was answered by the API, whatever it said. */
export interface ResponseEvent extends AboutCall {
  readonly type: 'response';
  /** The API's status; 0 is success. */
  readonly status: number;
  readonly statusName: string;
  readonly httpStatus: number;
  /** How long the attempt took, in milliseconds. */
  readonly duration: number;
}

/** An attempt failed without an answer of the API. */
export interface FailureEvent extends AboutCall {
  readonly type: 'failure';
  readonly error: ToldError;
  /** How long the attempt took, in milliseconds. */
  readonly duration: number;
}

/** Another attempt will be made. */
export interface RetryEvent extends AboutCall {
  readonly type: 'retry';
  /** How long the client waits before it, in milliseconds. */
  readonly delay: number;
  /** What is retried, in words. */
  readonly reason: string;
}

/** The platform's clock differs from this machine's, and the client now reckons with it. */
export interface ClockEvent extends AboutCall {
  readonly type: 'clock';
  /** How far the platform is ahead, in milliseconds. */
  readonly offset: number;
}

/** A call is over, whatever came of it. */
export interface EndEvent extends AboutCall {
  readonly type: 'end';
  /** Whether a kept answer was given. */
  readonly cached: boolean;
  /** How many bytes of a file were handed to the network, where one was sent. */
  readonly bytes?: number;
  /** Why it failed, if it did. */
  readonly error?: ToldError;
  /** How long the call took in all, in milliseconds. */
  readonly duration: number;
}

/** What the client tells of its work. No event holds the value of an argument, an address or a secret. */
export type LogEvent = StartEvent | RequestEvent | ResponseEvent | FailureEvent | RetryEvent | ClockEvent | EndEvent;
