export * from '@streamone/client';
export * from '@streamone/core';
export { allCommands, defineAction, defineCommand } from '@streamone/core/catalogue';
export { createClient, type NodeClient } from './create-client.js';
export { fromEnvironment, type Environment } from './from-environment.js';
export { nodeHmac } from './node-hmac.js';
export { httpTransport, type HttpTransportOptions } from './transport/http-transport.js';
