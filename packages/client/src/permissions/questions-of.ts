import type { ClientFamily } from '../client.js';
import { QuestionCache } from './question-cache.js';

/** How long answers about rights are kept, in milliseconds. */
const LIFETIME = 60_000;
const MOST = 1000;

/** What clients that belong together know of rights. */
export function questionsOf(family: Pick<ClientFamily, 'questions'>): QuestionCache {
  family.questions ??= new QuestionCache(LIFETIME, MOST);
  return family.questions;
}
