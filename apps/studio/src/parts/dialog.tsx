import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Called when the person wants it gone, as by Escape; without it the dialog stays. */
  readonly onClose?: () => void;
}

/** A dialog before all else: the browser keeps the focus in it, and gives it back. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  // Before the effects of what is in it, which may lead the focus to a field.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={name}
      closedby={onClose === undefined ? 'none' : 'closerequest'}
      onCancel={(event) => {
        // For browsers that do not know `closedby`.
        if (onClose === undefined) event.preventDefault();
      }}
      onClose={({ currentTarget }) => {
        // Told late of one that is gone from the page.
        if (!currentTarget.isConnected) return;
        if (onClose !== undefined) onClose();
        // A browser may close it all the same, as Chromium does at an Escape that follows another.
        else currentTarget.showModal();
      }}
    >
      <h2 id={name}>{title}</h2>
      {children}
    </dialog>
  );
}
