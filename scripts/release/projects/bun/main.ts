import { Status, application, createClient, isApiError, user } from '@streamone/node';
import { startTestServer } from '@streamone/test-server';
import { tellStory } from './story.ts';

const server = await startTestServer();
const { account, ...credentials } = server.credentials;
const s1 = createClient({ url: server.url, account, auth: user(credentials.user) });
const told = await tellStory(s1, { isApiError, Status });

const app = createClient({ url: server.url, account, auth: application(credentials.application) });
const person = await app.login({ ...credentials.login, ip: '127.0.0.1' });
const { username } = await person.user.viewme();
await person.logout();

await Promise.all([s1.close(), app.close(), server.close()]);
console.log(JSON.stringify({ ...told, loggedIn: username }));
