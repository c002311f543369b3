import type { QueueEntry } from '@streamone/browser';
import { useId } from 'preact/hooks';
import { accounts } from '../state/account.ts';
import { isOnline } from '../state/connection.ts';
import { failedByAbsence } from '../state/retry-after-absence.ts';
import { waitsForNetwork } from '../state/retry-after-break.ts';
import { standing } from '../state/session.ts';
import { uploadActions } from '../state/uploads.ts';
import { showPart, showSize } from '../text/formats.ts';
import { itemPlace } from '../text/places.ts';
import { tellUploadError } from '../text/tell-upload-error.ts';
import { Icon, type IconName } from './icon.tsx';

const SIGNS: Readonly<Record<QueueEntry['state'], IconName>> = {
  waiting: 'clock',
  uploading: 'upload',
  done: 'check',
  failed: 'alert',
  cancelled: 'close',
  unknown: 'alert',
  'needs-file': 'file',
};

/** What another tab works on, as far as that has other words. */
const ELSEWHERE: Partial<Record<QueueEntry['state'], string>> = {
  waiting: 'Waits for its turn, in another tab',
  uploading: 'Being uploaded, in another tab',
  'needs-file': 'Its file has to be picked again, in another tab',
};

function wordsFor(entry: QueueEntry): string {
  const { state, sent, size, error } = entry;
  if (entry.elsewhere === true && state in ELSEWHERE) return ELSEWHERE[state] ?? '';
  if (waitsForNetwork(entry)) return 'The network broke off; it is sent again once it is back';
  if (standing.value === 'away' && failedByAbsence(entry)) return 'Waits until you sign in';
  if (state === 'uploading')
    return sent >= size ? 'Sent; the platform takes it in' : `${showPart(sent / size)} of ${showSize(size)}`;
  if (state === 'waiting') {
    if (!isOnline.value) return 'Waits for the network';
    return standing.value === 'away' ? 'Waits until you sign in' : 'Waits for its turn';
  }
  if (state === 'done') return `Uploaded, ${showSize(size)}`;
  if (state === 'cancelled') return 'Cancelled';
  if (state === 'needs-file') return 'Its file has to be picked again';
  if (state === 'failed') return `Failed: ${tellUploadError(error)}`;
  return 'It may have arrived or not: look in the library before you send it again.';
}

interface DeedProps {
  readonly icon: IconName;
  readonly name: string;
  readonly of: string;
  readonly onPress: () => void;
}

function Deed({ icon, name, of, onPress }: DeedProps) {
  return (
    <button type="button" class="button" onClick={onPress}>
      <Icon name={icon} /> {name}
      <span class="hidden"> {of}</span>
    </button>
  );
}

/** An upload: how far it is, what became of it, what can be done. */
export function UploadRow({ entry }: { readonly entry: QueueEntry }) {
  const { id, name, state, sent, size, fields, itemId, account } = entry;
  // What another tab works on is that tab's to end.
  const isOwn = entry.elsewhere !== true;
  const words = useId();
  const title = fields.title ?? name;
  const where = accounts.find((each) => each.id === account);
  return (
    <li class={`upload ${state}`}>
      <Icon name={SIGNS[state]} />
      <div class="upload-words">
        <p class="upload-title" dir="auto">
          {title}
          {where !== undefined && accounts.length > 1 && <span class="tag">{where.name}</span>}
        </p>
        <p id={words} class="upload-state">
          {wordsFor(entry)}
        </p>
        {isOwn && state === 'uploading' && (
          <progress value={sent} max={size} aria-label={`${title}: part that is sent`} aria-describedby={words} />
        )}
      </div>
      <div class="actions">
        {state === 'done' && itemId !== undefined && (
          <a class="button" href={itemPlace({ id: itemId, account: { id: account } })}>
            Open<span class="hidden"> {title}</span>
          </a>
        )}
        {isOwn && (state === 'waiting' || state === 'uploading') && (
          <Deed icon="close" name="Cancel" of={title} onPress={() => uploadActions.cancel(id)} />
        )}
        {isOwn && (state === 'failed' || state === 'cancelled' || state === 'unknown') && (
          <Deed
            icon="retry"
            name={state === 'cancelled' ? 'Upload again' : 'Try again'}
            of={title}
            onPress={() => uploadActions.retry(id)}
          />
        )}
        {isOwn && state !== 'waiting' && state !== 'uploading' && (
          <Deed icon="close" name="Remove" of={`${title} from this list`} onPress={() => uploadActions.forget(id)} />
        )}
      </div>
    </li>
  );
}
