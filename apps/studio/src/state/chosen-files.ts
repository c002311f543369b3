import { signal } from '@preact/signals';
import { person } from './session.ts';

/** A file that the person has dropped or picked, before they say what it is. */
export interface ChosenFile {
  readonly file: File;
  /** Leads to the file after a reload too, where the browser has such a thing. */
  readonly handle?: FileSystemFileHandle | undefined;
}

/** What was dropped or picked and can't be uploaded. */
export interface LeftOut {
  readonly name: string;
  readonly because: 'folder' | 'empty' | 'too many';
}

/** An item whose media a file replaces. */
export interface ReplacedItem {
  readonly id: string;
  readonly title: string;
}

/** What the person has chosen, all of which goes the same way. */
export interface Choice {
  readonly files: readonly ChosenFile[];
  readonly leftOut: readonly LeftOut[];
  /** A new item is made of each file unless this is there. */
  readonly replaced?: ReplacedItem | undefined;
}

/** What was chosen and is not uploaded yet. */
export const choice = signal<Choice | undefined>(undefined);

/** Lets go of what was chosen. */
export function dropChoice(): void {
  choice.value = undefined;
}

person.subscribe(dropChoice);

/** Takes files that were chosen, in the place of what was chosen before; empty ones can't be uploaded. */
function chooseFiles(chosen: readonly ChosenFile[], others: readonly LeftOut[], replaced?: ReplacedItem): void {
  const files = chosen.filter(({ file }) => file.size > 0);
  const empty = chosen.filter(({ file }) => file.size === 0);
  const leftOut = [...others, ...empty.map(({ file: { name } }) => ({ name, because: 'empty' }) as const)];
  if (files.length + leftOut.length > 0) choice.value = { files, leftOut, replaced };
}

/** Takes files that were dropped: beside those that were chosen before, or as the one that replaces another. */
export function addFiles(dropped: readonly ChosenFile[], folders: readonly LeftOut[]): void {
  const { files = [], leftOut = [], replaced } = choice.peek() ?? {};
  if (replaced === undefined) return chooseFiles([...files, ...dropped], [...leftOut, ...folders]);
  if (dropped.length === 1) return chooseFiles(dropped, folders, replaced);
  const others = dropped.map(({ file: { name } }) => ({ name, because: 'too many' }) as const);
  chooseFiles(files, [...folders, ...others], replaced);
}

/** Asks the browser for files; nothing happens where the person picks none. */
export function askForFiles(many: boolean, take: (files: readonly File[]) => void): void {
  const who = person.peek();
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = many;
  input.hidden = true;
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    input.remove();
    // Who has picked them may have been signed out meanwhile, in another tab.
    if (person.peek() === who) take([...(input.files ?? [])]);
  });
  // Browsers may forget a field that is nowhere on the page while the person still looks for a file.
  document.body.append(input);
  input.click();
}

/** Lets the person pick files to upload, or the one that replaces an item's. */
export function pickFiles(replaced?: ReplacedItem): void {
  askForFiles(replaced === undefined, (files) =>
    chooseFiles(
      files.map((file) => ({ file })),
      [],
      replaced,
    ),
  );
}
