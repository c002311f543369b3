import { fetchTransport } from '@streamone/client';
import { transportSuite } from './transport-suite.ts';

transportSuite('over the global fetch', () => fetchTransport((url, init) => globalThis.fetch(url, init)));
