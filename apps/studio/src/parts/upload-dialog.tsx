import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { account } from '../state/account.ts';
import { announce } from '../state/announcement.ts';
import { type Choice, dropChoice } from '../state/chosen-files.ts';
import { addUploads } from '../state/uploads.ts';
import { showSize } from '../text/formats.ts';
import { Dialog } from './dialog.tsx';
import { LeftOutNote } from './left-out-note.tsx';

const titleOf = ({ name }: File): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim() || name;

/** Asks what files that were chosen are called, before they leave. */
export function UploadDialog({ chosen: { files, leftOut, replaced } }: { readonly chosen: Choice }) {
  const { route, path } = useLocation();
  const here = account.value;
  // Of the files whose title was written anew: more of them may be dropped while it is open.
  const [titles, setTitles] = useState<ReadonlyMap<File, string>>(new Map());
  const [isShown, setShown] = useState(true);
  if (here === undefined) return null;

  const start = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = files.map(({ file, handle }) => {
      const told = { title: titles.get(file)?.trim() || titleOf(file), archived: !isShown };
      return { file, handle, fields: replaced === undefined ? told : { replaceitem: replaced.id } };
    });
    dropChoice();
    addUploads(wanted, here.id).then(announce, () => announce('Nothing was uploaded: you were signed out.'));
    if (path !== '/uploads' && wanted.length > 1) route(`/uploads?account=${here.id}`);
  };

  if (files.length === 0) {
    return (
      <Dialog title="Nothing to upload" onClose={dropChoice}>
        <LeftOutNote leftOut={leftOut} />
        <div class="actions end">
          <button type="button" class="button primary" onClick={dropChoice}>
            Close
          </button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={replaced === undefined ? `Upload to ${here.name}` : 'Replace the file'} onClose={dropChoice}>
      <form class="upload-form" onSubmit={start}>
        {replaced !== undefined && (
          <p>
            <strong dir="auto">{replaced.title}</strong> will play this file; the one that it has now goes away.
          </p>
        )}
        <ul>
          {files.map(({ file }, at) => (
            <li key={at}>
              {replaced === undefined && (
                <label>
                  Title
                  <input
                    value={titles.get(file) ?? titleOf(file)}
                    required
                    dir="auto"
                    onInput={(event) => setTitles(new Map(titles).set(file, event.currentTarget.value))}
                  />
                </label>
              )}
              <p class="small">
                {file.name}, {showSize(file.size)}
              </p>
            </li>
          ))}
        </ul>
        <LeftOutNote leftOut={leftOut} />
        {replaced === undefined && (
          <label class="check">
            <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
            <span>
              Show in the library at once
              <span class="small">Otherwise it is archived: hidden until somebody looks for archived items.</span>
            </span>
          </label>
        )}
        <div class="actions end">
          <button type="button" class="button" onClick={dropChoice}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            {replaced === undefined ? (files.length === 1 ? 'Upload' : `Upload ${files.length} files`) : 'Replace'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
