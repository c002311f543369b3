import { apiInfo } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';

/** Answers `api/info`. Its fields are not known, so what stands here is the test server's own (inferred). */
export const answerApiInfo = handler(apiInfo, ({ state }) => ({
  body: { name: 'StreamOne test server (unofficial)', apiversion: 3, readonly: state.readOnly },
}));
