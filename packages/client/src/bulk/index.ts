export { limit, type Limit, type LimitOptions } from './limit.js';
export { mapRows, type MapRowsOptions } from './map-rows.js';
