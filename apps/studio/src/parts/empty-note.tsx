import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface EmptyNoteProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Says that there is nothing, and why. */
export function EmptyNote({ icon, title, children }: EmptyNoteProps) {
  return (
    <div class="note">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
