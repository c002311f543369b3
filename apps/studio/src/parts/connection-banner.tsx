import { isOnline } from '../state/connection.ts';
import { pending } from '../state/uploads.ts';
import { Icon } from './icon.tsx';

/** Says that there is no network, and what that means for the work. */
export function ConnectionBanner() {
  const waiting = pending.value.length;
  return (
    <div role="status">
      {!isOnline.value && (
        <p class="banner">
          <Icon name="offline" />
          <span>
            <strong>You are offline.</strong> What you see may be out of date
            {waiting > 0 && `; ${waiting === 1 ? 'an upload waits' : `${waiting} uploads wait`} for the network`}.
          </span>
        </p>
      )}
    </div>
  );
}
