import { account } from '../state/account.ts';
import { uploadNotice } from '../state/upload-notice.ts';
import { needy, pending, progress } from '../state/uploads.ts';
import { showPart } from '../text/formats.ts';
import { Icon } from './icon.tsx';

/** A small note at the edge: how far uploads are while one does something else. */
export function UploadStatus() {
  const [open, stuck] = [pending.value.length, needy.value.length];
  if (open + stuck === 0 && uploadNotice.value === '') return null;
  return (
    <a class="upload-status" href={`/uploads${account.value === undefined ? '' : `?account=${account.value.id}`}`}>
      <Icon name={open > 0 ? 'upload' : 'alert'} />
      <span>
        {open > 0
          ? `Uploading ${open === 1 ? 'one file' : `${open} files`}`
          : uploadNotice.value || `${stuck === 1 ? 'An upload needs' : `${stuck} uploads need`} you`}
        {open > 0 && <progress value={progress.value} aria-label="Part of the uploads that is sent" />}
      </span>
      {open > 0 && <span class="part">{showPart(progress.value)}</span>}
    </a>
  );
}
