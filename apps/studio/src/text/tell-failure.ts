import { type ApiError, isApiError, isGatewayError, isStreamOneError } from '@streamone/browser';

/** What is said of something that failed. */
export interface Told {
  readonly title: string;
  readonly advice: string;
  /** For who has to look into it: what the program itself says. */
  readonly detail?: string;
  /** Whether it makes sense to try again as it is. */
  readonly again: boolean;
}

/** What was being done. */
export type Doing = 'sign-in' | 'list' | 'item' | 'live' | 'upload';

const NO_NETWORK: Told = {
  title: 'No connection',
  advice: 'The server can’t be reached. Check your network; the studio tries again as soon as it is back.',
  again: true,
};

function wait(seconds: number | undefined): string {
  if (seconds === undefined) return 'Wait a minute and try again.';
  return `Try again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds)} seconds`}.`;
}

function byKind(error: ApiError, doing: Doing): Told | undefined {
  if (doing === 'sign-in' && error.kind === 'session') {
    return { title: 'That name or password is not right', advice: 'Check both and try again.', again: true };
  }
  const { kind } = error;
  if (kind === 'rate-limited') return { title: 'Too many attempts', advice: wait(undefined), again: true };
  if (kind === 'access-denied') {
    return {
      title: 'You may not see this',
      advice: 'Your role does not allow it here. Ask an administrator.',
      again: false,
    };
  }
  if (kind === 'not-found') return { title: 'Not found', advice: 'It may have been removed.', again: false };
  if (kind === 'read-only') {
    return { title: 'Read only for now', advice: 'The platform is being maintained. Try again later.', again: true };
  }
  return undefined;
}

/** Says in plain words what failed, and what to do about it. */
export function tellFailure(error: unknown, doing: Doing): Told {
  const detail = isStreamOneError(error)
    ? `${error.message} (request ${error.requestId ?? 'without number'})`
    : String(error);
  if (isApiError(error)) {
    const told = byKind(error, doing);
    if (told !== undefined) return { ...told, detail };
  }
  if (isGatewayError(error)) {
    if (error.code === 'rate-limited' || error.code === 'busy') {
      return { title: 'Too much at once', advice: wait(error.retryAfter), detail, again: true };
    }
    if (error.code === 'upstream-failed' || error.code === 'store-failed') {
      return { title: 'The platform does not answer', advice: 'Try again in a moment.', detail, again: true };
    }
    if (error.code === 'not-allowed') {
      return { title: 'Not possible here', advice: 'The studio is not set up for this.', detail, again: false };
    }
    if (error.code === 'challenge-unknown') {
      return { title: 'That took too long', advice: 'Sign in again.', detail, again: true };
    }
  }
  const name = error instanceof Error ? error.name : '';
  if (!navigator.onLine || name === 'NetworkError') return { ...NO_NETWORK, detail };
  if (name === 'TimeoutError') {
    return {
      title: 'No answer in time',
      advice: 'The network or the platform is slow. Try again.',
      detail,
      again: true,
    };
  }
  return {
    title: 'Something went wrong',
    advice: 'Try again. If it stays, tell whoever runs the studio.',
    detail,
    again: true,
  };
}
