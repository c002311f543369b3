export { argumentsSchema } from './arguments-schema.js';
export { schemaOf } from './schema-of.js';
