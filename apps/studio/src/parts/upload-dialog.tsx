import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { account } from '../state/account.ts';
import { announce } from '../state/announcement.ts';
import { chosenFiles, dropChoice, replacedItem } from '../state/chosen-files.ts';
import { addUploads } from '../state/uploads.ts';
import { showSize } from '../text/formats.ts';
import { Dialog } from './dialog.tsx';

const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim() || name;

/** Asks what files that were chosen are called, before they leave. */
export function UploadDialog() {
  const { route, path } = useLocation();
  const chosen = chosenFiles.value;
  const replaced = replacedItem.value;
  const here = account.value;
  const [titles, setTitles] = useState(() => chosen.map(({ file }) => titleOf(file.name)));
  const [isShown, setShown] = useState(true);
  if (here === undefined) return null;

  const start = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = chosen.map(({ file, handle }, at) => {
      const told = { title: titles[at]?.trim() || titleOf(file.name), archived: !isShown };
      return { file, handle, fields: replaced === undefined ? told : { replaceitem: replaced.id } };
    });
    dropChoice();
    addUploads(wanted, here.id).then(
      () => announce(wanted.length === 1 ? 'The upload has begun.' : `${wanted.length} uploads have begun.`),
      () => announce('Nothing was uploaded: you were signed out.'),
    );
    if (path !== '/uploads' && wanted.length > 1) route(`/uploads?account=${here.id}`);
  };

  return (
    <Dialog title={replaced === undefined ? `Upload to ${here.name}` : 'Replace the file'} onClose={dropChoice}>
      <form class="upload-form" onSubmit={start}>
        {replaced !== undefined && (
          <p>
            <strong dir="auto">{replaced.title}</strong> will play this file; the one that it has now goes away.
          </p>
        )}
        <ul>
          {chosen.map(({ file }, at) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              {replaced === undefined && (
                <label>
                  Title
                  <input
                    value={titles[at]}
                    required
                    dir="auto"
                    onInput={(event) => setTitles(titles.with(at, event.currentTarget.value))}
                  />
                </label>
              )}
              <p class="small">
                {file.name}, {showSize(file.size)}
              </p>
            </li>
          ))}
        </ul>
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
            {replaced === undefined ? (chosen.length === 1 ? 'Upload' : `Upload ${chosen.length} files`) : 'Replace'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
