import type { LeftOut } from '../state/chosen-files.ts';

const REASONS: Readonly<Record<LeftOut['because'], string>> = {
  folder: 'is a folder: choose the files in it.',
  empty: 'is empty.',
  'too many': 'was not taken: one file replaces another.',
};

/** Says which of the things that were chosen can't be uploaded, and why. */
export function LeftOutNote({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  return (
    <div role="status">
      {leftOut.length > 0 && (
        <ul class="left-out">
          {leftOut.map(({ name, because }, at) => (
            <li key={at}>
              <strong dir="auto">{name}</strong> {REASONS[because]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
