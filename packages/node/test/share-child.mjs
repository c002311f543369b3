// The other process of a test: takes a session out of Redis and acts in it.
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { application, createClient, keyvSessionStore } from '@streamone/node';

const act = async ({ url, application: app, redis, namespace, keys, id, todo }) => {
  const kept = new Keyv({ store: new KeyvRedis(redis), namespace });
  const client = createClient({ url, auth: application(app), store: keyvSessionStore(kept, { keys }) });
  const person = await client.resume(id);
  if (todo === 'viewme') process.send({ username: (await person.user.viewme()).username });
  else {
    await person.logout();
    process.send({ ended: true });
  }
  await client.close();
  await kept.disconnect();
  process.disconnect();
};

process.once('message', (share) => void act(share));
