import type { Told } from '../text/tell-failure.ts';
import { Icon } from './icon.tsx';

interface FailureNoteProps {
  readonly told: Told;
  readonly onRetry?: (() => void) | undefined;
}

/** Says what failed, what to do about it, and lets the person try again. */
export function FailureNote({ told, onRetry }: FailureNoteProps) {
  return (
    <div class="note" role="alert">
      <Icon name={told.again ? 'alert' : 'lock'} />
      <h2>{told.title}</h2>
      <p>{told.advice}</p>
      {told.again && onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          <Icon name="retry" /> Try again
        </button>
      )}
      {told.detail && (
        <details>
          <summary>For support</summary>
          <code>{told.detail}</code>
        </details>
      )}
    </div>
  );
}
