import { useEffect } from 'preact/hooks';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { RightButton } from '../parts/right-button.tsx';
import { UploadRow } from '../parts/upload-row.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { askForFiles, pickFiles } from '../state/chosen-files.ts';
import { whyNot } from '../state/permissions.ts';
import { uploadNotice } from '../state/upload-notice.ts';
import { fileless, isPaused, pending, uploadActions, uploads } from '../state/uploads.ts';

async function give(): Promise<void> {
  if ((await uploadActions.provide()) > 0) return;
  askForFiles(true, (files) => void uploadActions.provide(files));
}

/** Lets the person give back the files of uploads that were cut off by a reload. */
function FilesNeeded() {
  const missing = fileless.value;
  if (missing.length === 0) return null;
  return (
    <p class="strip">
      The page was loaded again, so {missing.length === 1 ? 'a file has' : `${missing.length} files have`} to be picked
      once more. What is uploaded already is not sent twice.{' '}
      <button type="button" class="button" onClick={() => void give()}>
        Pick {missing.length === 1 ? 'it' : 'them'} again
      </button>
    </p>
  );
}

/** The person's uploads, and what became of each. */
export function UploadsView(_props: { readonly path?: string }) {
  const heading = useArrival('Uploads');
  // Seen by whoever leaves.
  useEffect(() => () => void (uploadNotice.value = ''), []);
  const all = uploads.value;
  const isDone = all.some(({ state, elsewhere }) => state === 'done' && elsewhere !== true);
  return (
    <div class="page">
      <div class="library-head">
        <h1 ref={heading} tabIndex={-1}>
          Uploads
        </h1>
        <div class="actions">
          {pending.value.length > 0 && (
            <button type="button" class="button" onClick={() => (isPaused.value = !isPaused.value)}>
              <Icon name="pause" /> {isPaused.value ? 'Go on' : 'Pause after this'}
            </button>
          )}
          {isDone && (
            <button type="button" class="button" onClick={uploadActions.clear}>
              <Icon name="check" /> Clear what is done
            </button>
          )}
        </div>
      </div>
      <FilesNeeded />
      {uploadNotice.value !== '' && <p class="strip">{uploadNotice.value}</p>}
      {all.length === 0 ? (
        <EmptyNote icon="upload" title="No uploads">
          <p>
            {whyNot('item-upload') ??
              'Drop files anywhere in the studio, or choose them. You can go on working while they upload.'}
          </p>
          <RightButton right="item-upload" icon="upload" onPress={() => pickFiles()}>
            Choose files
          </RightButton>
        </EmptyNote>
      ) : (
        <ul class="uploads">
          {all.toReversed().map((entry) => (
            <UploadRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}
