import { signal } from '@preact/signals';
import { person } from './session.ts';

/** A file that the person has dropped or picked, before they say what it is. */
export interface ChosenFile {
  readonly file: File;
  /** Leads to the file after a reload too, where the browser has such a thing. */
  readonly handle?: FileSystemFileHandle | undefined;
}

/** What was chosen and is not uploaded yet. */
export const chosenFiles = signal<readonly ChosenFile[]>([]);

/** The item whose media the chosen file replaces. */
export const replacedItem = signal<{ readonly id: string; readonly title: string } | undefined>(undefined);

/** Takes files that were chosen; empty ones are none. */
export function chooseFiles(files: readonly ChosenFile[]): void {
  chosenFiles.value = files.filter(({ file }) => file.size > 0);
}

/** Lets go of what was chosen. */
export function dropChoice(): void {
  chosenFiles.value = [];
  replacedItem.value = undefined;
}

person.subscribe(dropChoice);

/** Asks the browser for files; nothing happens where the person picks none. */
export function askForFiles(many: boolean, take: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = many;
  input.hidden = true;
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    input.remove();
    take([...(input.files ?? [])]);
  });
  // Browsers may forget a field that is nowhere on the page while the person still looks for a file.
  document.body.append(input);
  input.click();
}

/** Lets the person pick files to upload. */
export function pickFiles(many = true): void {
  askForFiles(many, (files) => chooseFiles(files.map((file) => ({ file }))));
}
