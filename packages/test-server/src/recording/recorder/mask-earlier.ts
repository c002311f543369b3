import type { MaskBook } from '../masks/mask-book.js';
import { maskAgain } from '../masks/mask-exchange.js';
import type { Shelf } from './shelf.js';

/**
 * Masks what was kept before a secret was known, in the files too.
 *
 * @throws Node's own error when a file can't be written.
 */
export async function maskEarlier(book: MaskBook, shelf: Shelf): Promise<void> {
  const news = book.takeNews();
  if (news.length === 0) return;
  await shelf.maskAgain(
    (text) => news.some((form) => text.includes(form)),
    (recording) => maskAgain(book, recording),
  );
}
