import { useEffect, useState } from 'preact/hooks';
import { account } from '../state/account.ts';
import { type ChosenFile, type LeftOut, addFiles } from '../state/chosen-files.ts';
import { whyNot } from '../state/permissions.ts';
import { standing } from '../state/session.ts';
import { Icon } from './icon.tsx';

/** What a dropped thing has in browsers that let a page come back to a file. */
interface HandledItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

async function take(transfer: DataTransfer): Promise<void> {
  // All is asked for before anything is awaited: what was dropped is gone soon after.
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item: HandledItem) => ({
      file: item.getAsFile(),
      isFolder: item.webkitGetAsEntry()?.isDirectory === true,
      handle: item.getAsFileSystemHandle?.().catch(() => null),
    }));
  const files: ChosenFile[] = [];
  const folders: LeftOut[] = [];
  for (const { file, isFolder, handle } of dropped) {
    const found = await handle;
    if (file === null) continue;
    if (isFolder || found?.kind === 'directory') folders.push({ name: file.name, because: 'folder' });
    else files.push({ file, handle: found instanceof FileSystemFileHandle ? found : undefined });
  }
  addFiles(files, folders);
}

const hasFiles = (event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the page. */
export function DropZone() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const enter = (event: DragEvent): void => {
      if (hasFiles(event)) setOver(++depth > 0);
    };
    const leave = (event: DragEvent): void => {
      if (hasFiles(event)) setOver((depth = Math.max(0, depth - 1)) > 0);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (whyNot('item-upload') === undefined && standing.peek() === 'in') void take(event.dataTransfer);
    };
    const ending = new AbortController();
    addEventListener('dragover', over, ending);
    addEventListener('dragenter', enter, ending);
    addEventListener('dragleave', leave, ending);
    addEventListener('drop', drop, ending);
    return () => ending.abort();
  }, []);
  if (!isOver) return null;
  const why = whyNot('item-upload');
  return (
    <div class="drop">
      <div>
        <Icon name={why === undefined ? 'upload' : 'lock'} />
        <p>{why ?? `Drop to upload to ${account.value?.name ?? 'the library'}`}</p>
      </div>
    </div>
  );
}
