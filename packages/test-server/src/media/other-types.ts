import { WebRefusal } from '../web/web-refusal.js';
import { mediaRoute } from './media-route.js';

/** The other ways in which the platform delivers (documented): this server does not have them. */
export const otherTypes = mediaRoute(['dash', 'hds', 'smooth'], ({ place }) => {
  const summary = `The test server has no media of the type "${place.kind}"; it has "progressive" and "hls".`;
  throw new WebRefusal(501, { summary });
});
