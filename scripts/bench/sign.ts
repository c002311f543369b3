import { createHmac } from 'node:crypto';
import { nodeHmac, signRequest, user } from '@streamone/node';
import { type Comparison, compare } from './compare.ts';

const psk = 'abcdefghijklmnopqrstuvwxyzABCDEF';
const credentials = user({ id: 'Cmv8fnKfjF2l', psk });
const request = {
  command: 'item',
  action: 'view',
  account: 'Mn9mdVb-02mA',
  arguments: {
    searchtitle: 'late night show',
    itemtype: 'video',
    mindatecreated: '2014-01-01 00:00:00@UTC',
    archived: false,
    orderfield: 'created',
    limit: 20,
    offset: 40,
  },
};

/** Signing a request of seven arguments against one bare HMAC over the same finished string. */
export async function benchSign(): Promise<Comparison[]> {
  const options = { timestamp: 1452846289, hmac: nodeHmac };
  const { stringToSign } = await signRequest(request, credentials, options);
  const bare = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) createHmac('sha1', psk).update(stringToSign).digest('hex');
  };
  const ours = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) await signRequest(request, credentials, options);
  };
  return [await compare('sign, 7 arguments, against bare createHmac', bare, ours, { times: 50_000 })];
}
