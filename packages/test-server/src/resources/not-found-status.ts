import { Status, describeStatus } from '@streamone/core';

/**
 * The status when a record of a command is not there: the one that is named after the command (`CATEGORY_NOT_FOUND`),
 * else the first not-found among those that the action declares, else 6 (inferred).
 *
 * @param errors the statuses that the action declares
 */
export function notFoundStatus(command: string, errors: readonly number[]): number {
  const wanted = `${command}notfound`;
  const named = Object.entries(Status).find(([name]) => name.replaceAll('_', '').toLowerCase() === wanted)?.[1];
  return named ?? errors.find((status) => describeStatus(status).kind === 'not-found') ?? Status.INPUT_ERROR;
}
