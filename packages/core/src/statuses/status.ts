import { type PackedStatus, packedStatuses } from './packed-statuses.js';

/** The names of the known statuses, as `ITEM_NOT_FOUND`. */
export type StatusName = PackedStatus[1];

/** The known statuses by name: `Status.ITEM_NOT_FOUND` is 120. */
export const Status = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ packedStatuses.map(([code, name]) => [name, code])),
) as { readonly [R in PackedStatus as R[1]]: R[0] };

/** The code of a known status. */
export type StatusCode = PackedStatus[0];
