import { AskError } from './ask.js';
import { element } from './element.js';

const region = element('div', { class: 'notice', role: 'status' });
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where notices appear; to be put on the page once. */
export const noticeRegion: HTMLElement = region;

/** Tells something in passing. */
function notice(text: string, isError = false): void {
  clearTimeout(timer);
  region.replaceChildren(element('span', { class: isError ? 'bad' : undefined }, text));
  timer = setTimeout(() => region.replaceChildren(), isError ? 12_000 : 4000);
}

/** Does something that the server may refuse, and tells how it went. Gives whether it was done. */
export async function attempt(done: string | undefined, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    if (done !== undefined) notice(done);
    return true;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    notice(error.message, true);
    return false;
  }
}
