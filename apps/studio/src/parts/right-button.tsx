import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type Right, whyNot } from '../state/permissions.ts';
import { Icon, type IconName } from './icon.tsx';

interface RightButtonProps {
  readonly right: Right;
  readonly icon: IconName;
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly primary?: boolean;
}

/**
 * A button that needs a right. Without it the button stays where it is, can be reached by keyboard, and says why it does
 * nothing.
 */
export function RightButton({ right, icon, children, onPress, primary = false }: RightButtonProps) {
  const reason = useId();
  const why = whyNot(right);
  return (
    <span class="with-reason">
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        aria-disabled={why !== undefined}
        aria-describedby={why === undefined ? undefined : reason}
        onClick={() => {
          if (why === undefined) onPress();
        }}
      >
        <Icon name={why === undefined ? icon : 'lock'} /> <span class="label">{children}</span>
      </button>
      {why !== undefined && (
        <span id={reason} role="tooltip" class="reason">
          {why}
        </span>
      )}
    </span>
  );
}
